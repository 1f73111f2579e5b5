package org.docaudit.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.container.ContainerException;
import org.docaudit.container.ContainerFormat;
import org.docaudit.container.ContainerScanner;
import org.docaudit.container.ContainerVisitor;
import org.docaudit.container.FieldNames;
import org.docaudit.container.MemberException;
import org.docaudit.container.MemberPath;
import org.docaudit.container.Position;
import org.docaudit.model.PathOrder;
import org.docaudit.model.Rule;
import org.docaudit.model.ShortText;

/**
 * Lists a packed corpus, or one of its files: one pass over it.
 *
 * <ul>
 *   <li>Of files, those are documents that would be in a folder. Of records with a text, all are
 *       but those whose path ends as a file of another kind does.
 *   <li>Ignore files in it are not obeyed: those who packed it chose what is in it, and the rules
 *       could come behind what they leave out. Hidden files, and the patterns of the options, are
 *       left out as in a folder.
 *   <li>Of members with the same path the first counts.
 * </ul>
 */
final class PackedWalk implements ContainerVisitor {
  /** Problems of one corpus that are told one by one; each is a row. All are counted. */
  static final int MAX_PROBLEMS = 10_000;

  /** Members of one corpus, each of which the listing holds with its path. */
  static final int MAX_MEMBERS = 20_000_000;

  /** How a name ends that says what kind of file it is; a number is none. */
  /** Code points of a path that a message shows. */
  private static final int MAX_SHOWN = 200;

  private static final Pattern EXTENSION = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,9}");

  private final int rootIndex;
  private final CorpusArgument argument;
  private final ContainerFormat format;
  private final String pathPrefix;
  private final ListingOptions options;
  private final ObjectStores stores;
  private final FolderRules rootRules;
  private final String fileName;
  private final FileList.Builder files = new FileList.Builder();
  private final List<ListingProblem> problems = new ArrayList<>();
  private final Set<String> paths;

  /** Of {@link #rules}: members of a folder mostly stand together. */
  private String folder = "";

  private FolderRules rules;
  private boolean inPathOrder = true;
  private String previous = "";
  private long members;
  private long furtherProblems;

  /**
   * @param paths of the corpus that were listed from other files; those of this one are added
   */
  PackedWalk(
      int rootIndex,
      CorpusArgument argument,
      String pathPrefix,
      ListingOptions options,
      ObjectStores stores,
      Set<String> paths) {
    this.stores = stores;
    this.paths = paths;
    this.rootIndex = rootIndex;
    this.argument = argument;
    this.format = Objects.requireNonNull(argument.format(), "format");
    this.pathPrefix = pathPrefix;
    this.options = options;
    this.rootRules = FolderRules.ofRoot(ListingRules.of(options), "", null);
    this.rules = rootRules;
    String location = argument.location();
    String name = location.substring(location.lastIndexOf('/') + 1);
    this.fileName = argument.folder() == null ? name : EntryName.ofEscaped(name).text();
  }

  /**
   * Reads the file.
   *
   * @return the root, with the fields that hold path and text
   */
  CorpusRoot run() throws CorpusException {
    boolean local = argument.folder() != null;
    FieldNames fields;
    try {
      fields =
          ContainerScanner.scan(
              PackedFile.source(argument.location(), local, stores),
              format,
              options.fields(),
              this);
    } catch (ContainerException e) {
      String file = CorpusArgument.isGlob(argument.given()) ? ", file " + fileName : "";
      throw new CorpusException(
          "the corpus '%s'%s: %s".formatted(argument.given(), file, e.getMessage()), e);
    } catch (IOException e) {
      throw CorpusException.unreadable(argument.given(), e);
    }
    if (furtherProblems > 0) {
      problems.add(
          new ListingProblem(
              pathPrefix + fileName + "#",
              Rule.CORPUS_INVALID_MEMBER,
              furtherProblems + " further members have problems"));
    }
    return new CorpusRoot(
        argument.name(), pathPrefix, argument.location(), local, new PackedCorpus(format, fields));
  }

  /**
   * Every file: in path order where each member can be read on its own, otherwise in the order of
   * the members.
   */
  List<ListedFile> files() {
    FileList inOrder = files.build();
    if (inPathOrder || !format.randomAccess()) {
      return inOrder;
    }
    List<ListedFile> sorted = new ArrayList<>(inOrder);
    sorted.sort(Comparator.comparing(ListedFile::path, PathOrder.INSTANCE));
    return sorted;
  }

  /** What could not be listed. */
  List<ListingProblem> problems() {
    return problems;
  }

  @Override
  public void content(long number, String name, boolean record, long bytes, Position position)
      throws MemberException {
    String path = path(number, name);
    if (path == null) {
      return;
    }
    boolean document = record ? isDocument(name, nameOf(path)) : options.isDocument(nameOf(path));
    String corpusPath = pathPrefix + path;
    if (!document) {
      files.add(ListedFile.other(corpusPath, null, rootIndex));
      return;
    }
    Skip skip = rulesOf(path).skip(nameOf(path));
    files.add(
        skip != null
            ? ListedFile.skipped(corpusPath, null, rootIndex, skip)
            : ListedFile.packed(corpusPath, rootIndex, bytes, position));
  }

  @Override
  public void mention(long number, String name, @Nullable String reason, @Nullable String rule)
      throws MemberException {
    String path = path(number, name);
    if (path == null) {
      return;
    } else if (reason == null) {
      files.add(ListedFile.other(pathPrefix + path, null, rootIndex));
      return;
    }
    Optional<SkipReason> known =
        Arrays.stream(SkipReason.values()).filter(each -> each.id().equals(reason)).findFirst();
    if (known.isPresent()) {
      Skip skip = new Skip(known.get(), rule);
      files.add(ListedFile.skipped(pathPrefix + path, null, rootIndex, skip));
    } else {
      problem(number, Rule.CORPUS_INVALID_MEMBER, "left out for an unknown reason: " + reason);
    }
  }

  @Override
  public void problem(long number, Rule rule, String message) {
    if (problems.size() >= MAX_PROBLEMS) {
      furtherProblems++;
      return;
    }
    String path = pathPrefix + fileName + (number == 0 ? "" : "#" + number);
    problems.add(new ListingProblem(path, rule, message));
  }

  /** The path of a member, or null where it has none of its own or is not to be listed. */
  private @Nullable String path(long number, String name) throws MemberException {
    if (++members > MAX_MEMBERS) {
      throw new MemberException(
          Rule.CORPUS_OVER_LIMIT,
          "it has more than %d members; those behind were not read".formatted(MAX_MEMBERS));
    }
    Optional<String> unsafe = MemberPath.problem(name);
    if (unsafe.isPresent()) {
      problem(
          number,
          Rule.CORPUS_UNSAFE_PATH,
          "the path '%s' %s; it was not read".formatted(shown(name), unsafe.get()));
      return null;
    }
    String path = MemberPath.normalize(name);
    if (("/" + path + "/").contains("/" + LocalWalk.GIT + "/")) {
      return null;
    } else if (!paths.add(path)) {
      problem(
          number,
          Rule.CORPUS_DUPLICATE_PATH,
          "the path '%s' stands twice; only the first member of it was read"
              .formatted(shown(path)));
      return null;
    }
    inPathOrder &= PathOrder.INSTANCE.compare(previous, path) < 0;
    previous = path;
    return path;
  }

  private static String shown(String name) {
    return ShortText.of(name, MAX_SHOWN);
  }

  /** Whether a record is one: identifiers and URLs say nothing of a file's kind. */
  private boolean isDocument(String given, String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return options.isDocument(name)
        || MemberPath.isUrl(given)
        || extension.length() == name.length()
        || !EXTENSION.matcher(extension).matches();
  }

  private static String nameOf(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private FolderRules rulesOf(String path) {
    String in = path.substring(0, path.lastIndexOf('/') + 1);
    if (!in.equals(folder)) {
      rules = rootRules;
      for (int start = 0; start < in.length(); ) {
        int slash = in.indexOf('/', start);
        rules = rules.child(in.substring(start, slash));
        start = slash + 1;
      }
      folder = in;
    }
    return rules;
  }
}
