package org.docaudit.links;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Verdict;
import org.docaudit.pack.PackReader;
import org.docaudit.pack.PackWriter;

/**
 * Does this path exist, and has it this anchor? Asked of the {@link TargetIndex} of the bucket that
 * {@link TargetKeys#of} names for the path.
 *
 * @param path corpus path
 * @param home where what was moved far away is looked for
 * @param folderOnly whether the target ends in a slash, so that it does not mean a file by its name
 * @param fragment decoded, or null
 * @param plain whether line anchors of the document's source are meant
 * @param brokenBecause a reason for which the link is broken whatever the answer: then the question
 *     only looks for what to suggest. Null, {@link LinkReason#OUTSIDE_CORPUS} or {@link
 *     LinkReason#INVALID_URL}.
 */
public record LinkQuestion(
    String path,
    Home home,
    boolean folderOnly,
    @Nullable String fragment,
    boolean plain,
    @Nullable LinkReason brokenBecause)
    implements Serializable {

  private static final int FOLDER_ONLY = 1;
  private static final int FRAGMENT = 2;
  private static final int PLAIN = 4;
  private static final int OUTSIDE = 8;
  private static final int INVALID = 16;

  /**
   * Where a document lies, as far as suggestions mind: one to it from elsewhere would be a guess.
   *
   * @param corpus what the paths of its corpus begin with: empty, or with {@code /} at its end
   * @param folder the corpus and, where the document lies in a folder of it, the outermost one,
   *     with {@code /} at its end
   */
  public record Home(String corpus, String folder) implements Serializable {

    /** Of a corpus that is the only one, as seen from its root. */
    public static final Home ROOT = new Home("", "");

    static Home of(String source, String root) {
      String corpus = root.isEmpty() || root.endsWith("/") ? root : root + "/";
      int slash = source.indexOf('/', corpus.length());
      return new Home(corpus, slash < 0 ? corpus : source.substring(0, slash + 1));
    }
  }

  public LinkQuestion {
    if (brokenBecause != null
        && brokenBecause != LinkReason.OUTSIDE_CORPUS
        && brokenBecause != LinkReason.INVALID_URL) {
      throw new IllegalArgumentException("broken because of " + brokenBecause);
    }
  }

  /**
   * The questions that decide an internal target, in the order in which {@link #combine} wants the
   * answers: one, or one for each site root where the target begins with a slash. Never empty.
   *
   * @param source corpus path of the document that has the link
   * @param root what the target must not leave, see {@link CorpusPath#resolve}
   */
  public static List<LinkQuestion> of(
      LinkTarget target, String source, String root, LinkRules rules) {
    if (target.kind() != LinkTarget.Kind.INTERNAL) {
      throw new IllegalArgumentException("a target of kind " + target.kind() + " has no path");
    }
    List<String> folders =
        target.rooted() ? rules.siteFolders(root) : List.of(CorpusPath.folderOf(source));
    Home home = Home.of(source, root);
    List<LinkQuestion> questions = new ArrayList<>(folders.size());
    for (String folder : folders) {
      CorpusPath.resolve(root, folder, target.path())
          .ifPresent(
              path ->
                  questions.add(
                      about(
                          target,
                          path,
                          home,
                          target.backslashes() ? LinkReason.INVALID_URL : null)));
    }
    if (questions.isEmpty()) {
      // Too many ".." is the commonest slip: what stands there without them is worth suggesting.
      String path = CorpusPath.resolveInside(root, folders.get(0), target.path());
      questions.add(about(target, path, home, LinkReason.OUTSIDE_CORPUS));
    }
    return questions;
  }

  private static LinkQuestion about(
      LinkTarget target, String path, Home home, @Nullable LinkReason broken) {
    return new LinkQuestion(path, home, target.folder(), target.fragment(), target.plain(), broken);
  }

  /**
   * The verdict on a link from the answers to its questions, in their order: an existing target,
   * else one that exists but for its anchor, else one that exists but for letter case, else the
   * first, preferably with a suggestion.
   */
  public static Verdict combine(List<Verdict> answers) {
    // The first of equals, as a stream's min is.
    Optional<Verdict> best =
        answers.stream()
            .min(
                Comparator.comparingInt(LinkQuestion::rank)
                    .thenComparing(answer -> answer.suggestion() == null));
    return best.orElseThrow(() -> new IllegalArgumentException("no answers"));
  }

  private static int rank(Verdict answer) {
    if (answer.status() != LinkStatus.BROKEN || answer.reason() == null) {
      return answer.status() == LinkStatus.OK ? 0 : 1;
    }
    return switch (answer.reason()) {
      case MISSING_ANCHOR -> 2;
      case CASE_MISMATCH -> 3;
      default -> 4;
    };
  }

  /** Writes this compactly; {@link #readFrom} reads it back. */
  public void writeTo(PackWriter out) {
    int flags = folderOnly ? FOLDER_ONLY : 0;
    flags |= fragment != null ? FRAGMENT : 0;
    flags |= plain ? PLAIN : 0;
    flags |= brokenBecause == LinkReason.OUTSIDE_CORPUS ? OUTSIDE : 0;
    flags |= brokenBecause == LinkReason.INVALID_URL ? INVALID : 0;
    out.writeByte(flags);
    out.writeString(path);
    out.writeString(home.folder());
    out.writeInt(home.corpus().length());
    if (fragment != null) {
      out.writeString(fragment);
    }
  }

  /** Passes over what {@link #writeTo} wrote. */
  static void skip(PackReader in) {
    int flags = in.readByte();
    in.skipString();
    in.skipString();
    in.readInt();
    if ((flags & FRAGMENT) != 0) {
      in.skipString();
    }
  }

  public static LinkQuestion readFrom(PackReader in) {
    int flags = in.readByte();
    String path = in.readString();
    String folder = in.readString();
    return new LinkQuestion(
        path,
        new Home(folder.substring(0, in.readInt()), folder),
        (flags & FOLDER_ONLY) != 0,
        (flags & FRAGMENT) != 0 ? in.readString() : null,
        (flags & PLAIN) != 0,
        (flags & OUTSIDE) != 0
            ? LinkReason.OUTSIDE_CORPUS
            : (flags & INVALID) != 0 ? LinkReason.INVALID_URL : null);
  }
}
