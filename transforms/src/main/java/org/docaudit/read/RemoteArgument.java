package org.docaudit.read;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Understands arguments that are URIs of a store. */
final class RemoteArgument {
  private RemoteArgument() {}

  static CorpusArgument resolve(String given, ListingOptions options, ObjectStores stores)
      throws CorpusException {
    if (CorpusArgument.isGlob(given)) {
      int start = CorpusArgument.globStart(given);
      return at(given, given.substring(0, start), Selection.ofGlob(given.substring(start)));
    } else if (given.endsWith("/") || find(given, stores).isEmpty()) {
      return at(given, given.endsWith("/") ? given : given + "/", Selection.ALL);
    }
    int name = given.lastIndexOf('/') + 1;
    if (!options.isDocument(given.substring(name))) {
      throw new CorpusException(
          "'" + given + "' is not a document: documents end in " + options.extensionList());
    }
    return at(given, given.substring(0, name), Selection.ofFile(given.substring(name)));
  }

  /** A file in the root of an argument. */
  static Optional<StoredObject> findInRoot(String given, String name, ObjectStores stores)
      throws CorpusException {
    String start =
        CorpusArgument.isGlob(given)
            ? given.substring(0, CorpusArgument.globStart(given))
            : given.endsWith("/") || find(given, stores).isEmpty()
                ? given + "/"
                : given.substring(0, given.lastIndexOf('/') + 1);
    return find(given, at(given, start, Selection.ALL).location() + name, stores);
  }

  private static CorpusArgument at(String given, String location, Selection selection)
      throws CorpusException {
    String trimmed = location.replaceAll("/+$", "");
    String name = trimmed.substring(trimmed.lastIndexOf('/') + 1);
    if (name.isEmpty() || trimmed.endsWith(":")) {
      throw new CorpusException("the corpus '" + given + "' names no folder");
    }
    return new CorpusArgument(given, name, trimmed + "/", null, selection);
  }

  static Optional<StoredObject> find(String given, ObjectStores stores) throws CorpusException {
    return find(given, given, stores);
  }

  private static Optional<StoredObject> find(String given, String uri, ObjectStores stores)
      throws CorpusException {
    try {
      return stores.at(uri).find(uri);
    } catch (IOException e) {
      throw CorpusException.unreadable(given, e);
    } catch (IllegalArgumentException e) {
      throw CorpusException.unreadable(given, e);
    }
  }

  /** Everything below the root of an argument. */
  static List<StoredObject> list(String given, String root, ObjectStores stores)
      throws CorpusException {
    try {
      return stores.at(root).list(root);
    } catch (IOException e) {
      throw CorpusException.unreadable(given, e);
    } catch (IllegalArgumentException e) {
      throw CorpusException.unreadable(given, e);
    }
  }
}
