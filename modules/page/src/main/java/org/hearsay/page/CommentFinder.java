package org.hearsay.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Takes the readers' comments out of a page's tree. */
final class CommentFinder {
  private static final Pattern CONTAINER =
      Pattern.compile(
          "(?:^|[-_ ])(?:(?:user|reader|article|story|blog|post|all|view|facebook|fb|the)?-?comments?"
              + "(?:s?-?(?:list|area|section|wrap(?:per)?|block|box|container|thread|body|item|text|content|form|holder"
              + "|template|panel|main|div|data|row|meta|author|header|\\d+))?|commentary-?list|disqus(?:_thread)?|dsq.*"
              + "|wpdiscuz.*|wpd-.*|wc-comment.*|respond|replies|reply|discussions?|talk-?backs?|echo-.*|js-kit.*"
              + "|livefyre.*|readers?-?(?:responses?|views|opinions?)|(?:user)?feedback|postcomment|commenting)"
              + "(?:$|[-_ \\d])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ITEM =
      Pattern.compile(
          "(?:^|[-_ ])(?:(?:li-|div-|wpd-|wc-|single-|user-|reader-)?(?:comment|reply|talkback|post|response|review)"
              + "(?:[-_ ]?(?:\\d+|item|wrap(?:per)?|block|box|entry|row|container|body))?)(?:$|[ ])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AUTHOR =
      Pattern.compile(
          "author|user-?name|(?:^|[-_ ])(?:user|name|by|fn|vcard|cite|poster|commenter|nick)(?:$|[-_ ])",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SAYS =
      Pattern.compile(
          "(?:(?:[Pp]osted|[Cc]omment(?:ed)?|[Ww]ritten) by:? )?(.{2,50}?)(?: (?:says|said|wrote|writes|commented)\\b.{0,60}?:?| ?[|•·,:(-].{0,60})?");

  private final Words words;

  CommentFinder(Words words) {
    this.words = words;
  }

  /** Removes the comments' containers from the tree and returns what stood in them. */
  List<ReaderComment> take(Document page, int maxElements) {
    List<Element> containers = new ArrayList<>();
    Map<Element, Boolean> inside = new HashMap<>();
    int seen = 0;
    int whole = Math.max(1, page.body().wholeText().length());
    for (Element e : page.body().getAllElements()) {
      if (++seen > maxElements) {
        break;
      }
      Element parent = e.parent();
      if (parent != null && inside.containsKey(parent)) {
        inside.put(e, true);
        continue;
      }
      if (isContainer(e, whole)) {
        inside.put(e, true);
        containers.add(e);
      }
    }
    List<ReaderComment> comments = new ArrayList<>();
    for (Element container : containers) {
      read(container, maxElements, comments);
      container.remove();
    }
    return comments;
  }

  private static boolean isContainer(Element e, int whole) {
    String tag = e.normalName();
    if (!e.isBlock() || tag.equals("body") || tag.equals("main") || tag.equals("form")) {
      return false;
    }
    String hints = ArticleFinder.hints(e);
    if (hints.length() < 3 || !CONTAINER.matcher(hints).find()) {
      return false;
    }
    // A class such as "has-comments" on the whole article's element names no container.
    return e.selectFirst("h1, [itemprop=articleBody], .entry-content, .article-body") == null
        && e.wholeText().length() < whole * 0.85;
  }

  private void read(Element container, int maxElements, List<ReaderComment> comments) {
    Map<Element, List<Block>> items = new LinkedHashMap<>();
    List<Block> loose = new ArrayList<>();
    for (Block block : Blocks.of(container, maxElements).blocks()) {
      Element item = item(block.element(), container);
      if (item == null) {
        loose.add(block);
      } else {
        items.computeIfAbsent(item, k -> new ArrayList<>()).add(block);
      }
    }
    for (List<Block> blocks : items.values()) {
      add(comments, blocks, true);
    }
    for (Block block : loose) {
      add(comments, List.of(block), false);
    }
  }

  private void add(List<ReaderComment> comments, List<Block> blocks, boolean item) {
    String author = null;
    List<String> text = new ArrayList<>();
    for (Block block : blocks) {
      String line = block.text();
      if (words.isCommentChrome(line)) {
        continue;
      }
      if (author == null
          && text.isEmpty()
          && item
          && (isAuthor(block) || CommentLines.isName(line))) {
        var matcher = SAYS.matcher(line);
        author = matcher.matches() ? matcher.group(1).strip() : line;
      } else if (block.linkDensity() < 0.6
          && (text.isEmpty() ? item || Words.count(line) >= 5 : true)) {
        text.add(line);
      }
    }
    if (!text.isEmpty()) {
      comments.add(new ReaderComment(author, String.join("\n", text)));
    }
  }

  private static boolean isAuthor(Block block) {
    if (block.text().length() > 80) {
      return false;
    }
    Element e = block.element();
    if (AUTHOR.matcher(ArticleFinder.hints(e)).find()) {
      return true;
    }
    Element child = e.firstElementChild();
    return child != null
        && (child.normalName().equals("cite") || AUTHOR.matcher(ArticleFinder.hints(child)).find());
  }

  private static @Nullable Element item(Element element, Element container) {
    for (Element e = element; e != null; e = e.parent()) {
      boolean item = ITEM.matcher(ArticleFinder.hints(e)).find();
      if (item && (!e.equals(container) || !e.normalName().equals("ol"))) {
        return e;
      }
      if (e.equals(container)) {
        return null;
      }
      if (e.normalName().equals("li") || e.normalName().equals("article")) {
        return e;
      }
    }
    return null;
  }
}
