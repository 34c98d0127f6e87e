package org.hearsay.page.bytes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.Charset;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final String TEXT = "Đorđe Žižić, čuvar";

  @Test
  void theCharsetOfAScriptIsNotThePages() {
    assertThat(
            decoded(
                "<meta name=\"generator\" content=\"x\"><script charset=\"utf-8\" src=\"a.js\">"
                    + "</script><meta charset=\"windows-1250\">"))
        .contains(TEXT);
    assertThat(decoded("<meta name=\"a\"><script charset=\"windows-1251\"></script>"))
        .contains(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!-- <meta charset=\"windows-1251\"> --><meta charset=\"windows-1250\">",
        "<script>document.write('<meta charset=\"windows-1251\">')</script>"
            + "<meta charset=windows-1250>",
        "<style>a:after{content:'<meta charset=windows-1251>'}</style><META CHARSET='windows-1250'/>",
        "<meta name=\"description\" content=\"how charset=windows-1251 came about\">"
            + "<meta charset=windows-1250>",
        "<a title=\"<meta charset=windows-1251>\"></a><meta charset=\"windows-1250\">",
        "<meta content='text/html; charset=\"windows-1251' http-equiv='content-type'>"
            + "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1250\">",
        "<meta charset=\"no-such-thing\"><meta charset=\" Windows-1250 \">",
        "<meta content=\"text/html;charset = 'cp1250'; x\" http-equiv=Content-Type>"
      })
  void onlyAMetaElementDeclares(String head) {
    assertThat(decoded(head)).contains(TEXT);
  }

  @Test
  void anXmlDeclarationCountsWhereNoMetaElementDeclares() {
    assertThat(decoded("<?xml version=\"1.0\" encoding=\"windows-1250\"?><html>")).contains(TEXT);
    assertThat(
            decoded("<?xml version='1.0' encoding = 'windows-1251'?><html><meta charset=cp1250>"))
        .contains(TEXT);
  }

  @Test
  void theMarkGoesFirstThenTheServerThenThePage() {
    String page = "<meta charset=\"windows-1251\"><p>" + TEXT + "</p>";
    assertThat(
            Encoding.decode(("\uFEFF" + page).getBytes(UTF_8), "text/html; charset=windows-1252"))
        .contains(TEXT);
    assertThat(
            Encoding.decode(
                page.getBytes(Charset.forName("windows-1250")), "text/html; charset=\"cp1250\""))
        .contains(TEXT);
    assertThat(
            Encoding.decode(
                page.replace("1251", "1250").getBytes(Charset.forName("windows-1250")),
                "text/html; charset=no-such-thing"))
        .contains(TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "latin1,windows-1252", "ISO-8859-1,windows-1252", "ascii,windows-1252",
    "iso-8859-9,windows-1254", "gb2312,GB18030", "shift_jis,windows-31j",
    "ks_c_5601-1987,x-windows-949", "big5,Big5-HKSCS", "tis-620,x-windows-874",
    "x-sjis,windows-31j", "unicode-1-1-utf-8,UTF-8", "x-user-defined,windows-1252",
    "visual,ISO-8859-8", "l2,ISO-8859-2", "koi,KOI8-R"
  })
  void labelsAreTheEncodingStandards(String label, String charset) {
    assertThat(EncodingLabels.shipped().charset(label)).isEqualTo(Charset.forName(charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"iso-2022-kr", "hz-gb-2312", "java", "cp037", "utf-7", "windows", ""})
  void whatBrowsersDoNotDecodeDeclaresNothing(String label) {
    assertThat(EncodingLabels.shipped().charset(label)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251,Портовый совет решил закрыть старый причал сообщил смотритель маяка",
    "KOI8-R,Портовый совет решил закрыть старый причал сообщил смотритель маяка",
    "windows-1253,Το συμβούλιο του λιμανιού αποφάσισε να κλείσει την παλιά προβλήτα",
    "windows-1255,מועצת הנמל החליטה לסגור את הרציף הישן ולבנות אותו מחדש באבן",
    "windows-31j,港の評議会は古い桟橋を閉鎖することを決めました。石で再建されます。",
    "GB18030,港口委员会决定关闭旧码头，并在明年秋天之前用石头重建。居民们等了十一年。",
    "x-windows-949,항만 위원회는 오래된 부두를 폐쇄하고 돌로 다시 짓기로 결정했다.",
    "windows-1250,Veće luke odlučilo je da zatvori pristanište rekao je čuvar Đorđe Žižić",
    "windows-1252,Der Rat beschloß die alte Brücke für größere Schiffe zu schließen"
  })
  void whatNobodyDeclaresIsGuessed(String charset, String text) {
    byte[] page =
        ("<html><body><p>" + (text + "\n").repeat(6) + "</p>").getBytes(Charset.forName(charset));
    assertThat(Encoding.decode(page, null)).contains(text);
  }

  @Test
  void oneBrokenPlaceDoesNotMakeUtf8AnotherEncoding() {
    String text = "Портовый совет решил закрыть старый причал. ".repeat(3);
    byte[] whole = text.getBytes(UTF_8);
    byte[] cut = Arrays.copyOf(whole, whole.length - 3);
    assertThat(Encoding.decode(cut, null)).startsWith("Портовый совет решил");
  }

  @Property(tries = 500)
  void anyBytesAreDecoded(@ForAll byte[] bytes, @ForAll @Nullable String contentType) {
    assertThat(Encoding.decode(bytes, contentType)).isNotNull();
  }

  @Property(tries = 500)
  void anyMarkupIsSearchedForADeclaration(@ForAll String text) {
    String head = new String(("<meta " + text + "<meta charset=").getBytes(UTF_8), ISO_8859_1);
    assertThatCode(() -> DeclaredEncoding.of(head)).doesNotThrowAnyException();
  }

  private static String decoded(String head) {
    byte[] page = (head + "<p>" + TEXT + "</p>").getBytes(Charset.forName("windows-1250"));
    return Encoding.decode(page, null);
  }
}
