package org.hearsay.web.feeds;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Claims as Atom, RFC 4287. Its links are whole: a reader of feeds shows them anywhere. */
final class AtomFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final int LONGEST_TITLE = 160;

  private AtomFeed() {}

  /**
   * The feed.
   *
   * @param claims the newest first
   * @param filter what they were chosen by
   * @param asked the same with what else was asked, such as for how many
   * @param origin scheme, host and port that it was asked at
   * @param store the store's id: with the filter it tells the feed from others
   */
  static String of(
      List<Map<String, Object>> claims,
      Map<String, List<String>> filter,
      Map<String, List<String>> asked,
      String origin,
      String store) {
    String query = query(filter);
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      element(xml, "title", FeedTitle.of(filter, claims));
      element(xml, "id", "urn:hearsay:" + store + ":claims?" + query);
      element(
          xml,
          "updated",
          claims.stream()
              .map(claim -> text(claim, "recordedAt"))
              .max(String::compareTo)
              .orElse(Instant.EPOCH.toString()));
      link(xml, "self", origin + "/feeds/claims.atom" + after(query(asked)));
      link(xml, "alternate", origin + "/search" + after(query));
      xml.writeStartElement("author");
      element(xml, "name", "Hearsay");
      xml.writeEndElement();
      for (Map<String, Object> claim : claims) {
        entry(xml, claim, origin);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("texts can be written", e);
    }
    return out.toString();
  }

  private static void entry(XMLStreamWriter xml, Map<String, Object> claim, String origin)
      throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", "urn:hearsay:claim:" + text(claim, "id"));
    element(xml, "title", cut(speaker(claim) + ": " + text(claim, "contentText")));
    element(xml, "updated", text(claim, "recordedAt"));
    if (claim.containsKey("publishedAt")) {
      element(xml, "published", text(claim, "publishedAt"));
    }
    link(
        xml,
        "alternate",
        origin + "/article/" + text(claim, "articleId") + "?claim=" + text(claim, "id"));
    String url = text(claim, "url");
    if (url.startsWith("http://") || url.startsWith("https://")) {
      link(xml, "via", url);
    }
    xml.writeStartElement("author");
    element(
        xml,
        "name",
        printable(text(claim, "outletName").isEmpty() ? "?" : text(claim, "outletName")));
    xml.writeEndElement();
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeCharacters(printable(said(claim)));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  /** Who said what, through whom. */
  private static String said(Map<String, Object> claim) {
    String content = text(claim, "contentText");
    String cue = text(claim, "cueText");
    return content
        + "\n"
        + speaker(claim)
        + (cue.isEmpty() ? "" : " (" + cue + ")")
        + "\n"
        + chain(claim)
        + "\n"
        + text(claim, "title");
  }

  private static String chain(Map<String, Object> claim) {
    if (!(claim.get("chain") instanceof List<?> links)) {
      return "";
    }
    return links.stream()
        .map(link -> link instanceof Map<?, ?> one ? String.valueOf(one.get("name")) : "")
        .collect(Collectors.joining(" > "));
  }

  private static String speaker(Map<String, Object> claim) {
    String name = text(claim, "speakerName");
    return name.isEmpty() ? "nobody named" : name;
  }

  private static String text(Map<String, Object> row, String column) {
    @Nullable Object value = row.get(column);
    return value == null ? "" : value.toString();
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST_TITLE) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(LONGEST_TITLE - 1)) ? 1 : 0;
    return text.substring(0, LONGEST_TITLE - end) + "…";
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(printable(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String href) throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("href", printable(href));
  }

  /** Without what XML 1.0 cannot hold, section 2.2: pages have it all the same. */
  private static String printable(String text) {
    return text.codePoints()
        .filter(
            point ->
                point == '\t'
                    || point == '\n'
                    || point == '\r'
                    || (point >= 0x20 && point <= 0xD7FF)
                    || (point >= 0xE000 && point <= 0xFFFD)
                    || point >= 0x10000)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String after(String query) {
    return query.isEmpty() ? "" : "?" + query;
  }

  private static String query(Map<String, List<String>> filter) {
    return new TreeMap<>(filter)
        .entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .map(
                            value ->
                                entry.getKey()
                                    + "="
                                    + URLEncoder.encode(value, StandardCharsets.UTF_8)))
            .collect(Collectors.joining("&"));
  }
}
