package org.docaudit.analysis.frontmatter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Where the keys and values of a TOML document stand, since Jackson's parser does not tell: the
 * same tables, arrays and values as char indices. Exact for valid TOML 1.0; of invalid TOML it
 * tells what it understands and never fails, for whether it is valid is Jackson's to say.
 *
 * <p>Also the guard in front of that parser: brackets or dotted keys beyond the depth limit stop
 * it. No recursion; linear.
 */
final class TomlOutline {

  /** A table, an array or a scalar. */
  static final class Entry {
    /** Where its key begins; for an item of an array, where the value does. */
    final int key;

    int value;

    /** Behind the value as written; 0 for a table made by a header. */
    int end;

    @Nullable Map<String, Entry> fields;
    @Nullable List<Entry> items;

    /** Whether a header {@code [name]} defined it. */
    boolean headed;

    Entry(int key) {
      this.key = key;
      value = key;
    }

    @Nullable Entry field(String name) {
      return fields == null ? null : fields.get(name);
    }

    @Nullable Entry item(int index) {
      return items == null || index >= items.size() ? null : items.get(index);
    }
  }

  /** A key that is defined where it is defined already. */
  record Conflict(String name, int key, int earlier) {}

  /** The depth limit was exceeded here. */
  static final class TooDeepException extends Exception {
    private static final long serialVersionUID = 1L;

    private final int index;

    TooDeepException(int index) {
      super("nested too deep", null, false, false);
      this.index = index;
    }

    int index() {
      return index;
    }
  }

  private record Frame(Entry entry, boolean table) {}

  private final String text;
  private final int maxDepth;
  private final TomlKeys keys;
  private final Entry root = new Entry(0);
  private @Nullable Conflict conflict;
  private int at;

  private TomlOutline(String text, int maxDepth) {
    this.text = text;
    this.maxDepth = maxDepth;
    keys = new TomlKeys(text);
  }

  static TomlOutline of(String text, int maxDepth) throws TooDeepException {
    TomlOutline outline = new TomlOutline(text, maxDepth);
    outline.run();
    return outline;
  }

  Entry root() {
    return root;
  }

  /** The first key that is defined twice, or null. */
  @Nullable Conflict conflict() {
    return conflict;
  }

  private void run() throws TooDeepException {
    Entry table = root;
    skipSpace();
    while (at < text.length()) {
      if (text.charAt(at) == '[') {
        Entry headed = header();
        table = headed == null ? table : headed;
      } else {
        List<TomlKeys.Segment> path = path();
        if (!path.isEmpty() && at < text.length() && text.charAt(at) == '=') {
          at++;
          value(define(table, path));
        }
      }
      at = FieldShape.nextLine(text, at);
      skipSpace();
    }
  }

  private @Nullable Entry header() throws TooDeepException {
    int start = at;
    boolean array = text.startsWith("[[", at);
    at += array ? 2 : 1;
    List<TomlKeys.Segment> path = path();
    if (path.isEmpty()) {
      return null;
    }
    Entry parent = descend(root, path);
    TomlKeys.Segment last = path.get(path.size() - 1);
    Entry entry = child(parent, last);
    boolean fresh = entry.key == last.index();
    if (array) {
      if (!fresh && (entry.items == null || !entry.headed)) {
        conflict(last, entry);
      }
      entry.headed = true;
      entry.items = entry.items == null ? new ArrayList<>() : entry.items;
      Entry item = new Entry(start);
      entry.items.add(item);
      return item;
    }
    if (!fresh && (entry.headed || entry.end > 0)) {
      conflict(last, entry);
    }
    entry.headed = true;
    return entry;
  }

  /** Reads a value, however deep, into an entry. */
  private void value(Entry target) throws TooDeepException {
    Deque<Frame> open = new ArrayDeque<>();
    Entry pending = target;
    while (true) {
      if (pending != null) {
        at = FieldShape.skipBlanks(text, at);
        if (!begin(pending, open)) {
          return;
        }
        pending = null;
      }
      Frame frame = open.peek();
      if (frame == null) {
        return;
      }
      skipSpace();
      if (at >= text.length()) {
        return;
      }
      char c = text.charAt(at);
      if (c == ']' || c == '}') {
        frame.entry.end = ++at;
        open.pop();
      } else if (c == ',') {
        at++;
      } else if (frame.table) {
        List<TomlKeys.Segment> path = path();
        if (path.isEmpty() || at >= text.length() || text.charAt(at) != '=') {
          return;
        }
        at++;
        pending = define(frame.entry, path);
      } else {
        pending = new Entry(at);
        if (frame.entry.items != null) {
          frame.entry.items.add(pending);
        }
      }
    }
  }

  /** Begins a value: opens a collection or reads a scalar; false where there is none. */
  private boolean begin(Entry entry, Deque<Frame> open) throws TooDeepException {
    if (at >= text.length()) {
      return false;
    }
    entry.value = at;
    char c = text.charAt(at);
    if (c == '[' || c == '{') {
      if (open.size() >= maxDepth) {
        throw new TooDeepException(at);
      }
      if (c == '[') {
        entry.items = new ArrayList<>();
      } else {
        entry.fields = new HashMap<>();
      }
      open.push(new Frame(entry, c == '{'));
      at++;
      entry.end = at;
      return true;
    }
    if (c == '"' || c == '\'') {
      at = keys.skipString(at);
    } else {
      while (at < text.length() && ",]}#\n\r".indexOf(text.charAt(at)) < 0) {
        at++;
      }
    }
    int end = at;
    while (end > entry.value && FieldShape.isBlank(text.charAt(end - 1))) {
      end--;
    }
    entry.end = end;
    return end > entry.value;
  }

  private List<TomlKeys.Segment> path() throws TooDeepException {
    List<TomlKeys.Segment> path = new ArrayList<>();
    at = keys.read(at, path, maxDepth);
    if (path.size() > maxDepth) {
      throw new TooDeepException(path.get(maxDepth).index());
    }
    return path;
  }

  private Entry define(Entry table, List<TomlKeys.Segment> path) {
    Entry parent = descend(table, path);
    TomlKeys.Segment last = path.get(path.size() - 1);
    Entry entry = child(parent, last);
    if (entry.key != last.index()) {
      conflict(last, entry);
    }
    return entry;
  }

  /** The table that all segments but the last lead to. */
  private Entry descend(Entry from, List<TomlKeys.Segment> path) {
    Entry table = from;
    for (TomlKeys.Segment segment : path.subList(0, path.size() - 1)) {
      Entry next = child(table, segment);
      if (next.key != segment.index() && next.end > 0) {
        conflict(segment, next);
      }
      boolean tables = next.items != null && !next.items.isEmpty();
      table = tables ? next.items.get(next.items.size() - 1) : next;
    }
    return table;
  }

  private static Entry child(Entry table, TomlKeys.Segment segment) {
    if (table.fields == null) {
      table.fields = new HashMap<>();
    }
    return table.fields.computeIfAbsent(segment.name(), name -> new Entry(segment.index()));
  }

  private void conflict(TomlKeys.Segment segment, Entry earlier) {
    if (conflict == null) {
      conflict = new Conflict(segment.name(), segment.index(), earlier.key);
    }
  }

  /** White space, line ends and comments. */
  private void skipSpace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = FieldShape.nextLine(text, at);
      } else if (FieldShape.isBlank(c) || FieldShape.isLineEnd(c)) {
        at++;
      } else {
        return;
      }
    }
  }
}
