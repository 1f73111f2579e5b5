package org.docaudit.analysis.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Finding;
import org.docaudit.model.Rule;
import org.docaudit.model.Suppression;
import org.docaudit.suggest.NearestName;

/**
 * Turns directives into suppressions and finds those that are wrong.
 *
 * <ul>
 *   <li>{@code docaudit-ignore-next-line} covers the line after the comment's last, {@code
 *       docaudit-ignore-line} the lines that the comment stands on.
 *   <li>{@code docaudit-ignore-start} covers everything from its first line to the last line of its
 *       end. {@code docaudit-ignore-end} without rules ends the latest block that is open; with
 *       rules it ends, for each, the latest block that names it, or else the latest that names
 *       none.
 *   <li>A block without an end reaches to the document's last line and gives a {@code
 *       suppression/invalid} finding, as do an end without a start, a rule that does not exist, and
 *       a directive that does not.
 * </ul>
 *
 * Each rule of a directive gives a suppression of its own; none gives one for every rule. Linear;
 * for one thread.
 */
public final class Suppressions {

  private static final List<String> RULE_IDS = Arrays.stream(Rule.values()).map(Rule::id).toList();

  /**
   * What the directives of a document amount to.
   *
   * @param suppressions in the order of their comments
   * @param findings in the order of their lines
   */
  public record Result(List<Suppression> suppressions, List<Finding> findings) {
    public Result {
      suppressions = List.copyOf(suppressions);
      findings = List.copyOf(findings);
    }
  }

  /** A start, and the rules that are still to be ended; null stands for all. */
  private static final class Block {
    final Directive start;
    final Set<@Nullable Rule> open;
    boolean ended;

    Block(Directive start, List<@Nullable Rule> rules) {
      this.start = start;
      open = new LinkedHashSet<>(rules);
    }
  }

  private final int lines;
  private final List<Suppression> suppressions = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  /** Blocks that may be open, the latest first: all, and by rule. */
  private final Deque<Block> blocks = new ArrayDeque<>();

  private final Map<@Nullable Rule, Deque<Block>> blocksByRule = new HashMap<>();

  private Suppressions(int lines) {
    this.lines = lines;
  }

  /**
   * Reads a document's directives.
   *
   * @param directives of one document, in its order
   * @param lines how many it has
   */
  public static Result of(List<Directive> directives, int lines) {
    return new Suppressions(lines).read(directives);
  }

  private Result read(List<Directive> directives) {
    for (Directive directive : directives) {
      switch (directive.kind()) {
        case IGNORE_NEXT_LINE ->
            cover(directive, directive.lastLine() + 1, directive.lastLine() + 1);
        case IGNORE_LINE -> cover(directive, directive.position().line(), directive.lastLine());
        case IGNORE_START -> start(directive);
        case IGNORE_END -> end(directive);
        case UNKNOWN ->
            invalid(directive, "there is no directive " + directive.name(), directive.name());
      }
    }
    for (Block block = latest(blocks); block != null; block = latest(blocks)) {
      invalid(block.start, "no docaudit-ignore-end ends this block", null);
      close(block, lines);
    }
    suppressions.sort(
        Comparator.comparingInt(Suppression::line).thenComparingInt(Suppression::column));
    findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
    return new Result(suppressions, findings);
  }

  private void cover(Directive directive, int firstLine, int lastLine) {
    for (Rule rule : rules(directive)) {
      add(directive, rule, firstLine, lastLine);
    }
  }

  private void start(Directive directive) {
    Block block = new Block(directive, rules(directive));
    blocks.push(block);
    for (Rule rule : block.open) {
      blocksByRule.computeIfAbsent(rule, unused -> new ArrayDeque<>()).push(block);
    }
  }

  private void end(Directive end) {
    if (!isNamed(end)) {
      Block block = latest(blocks);
      if (block == null) {
        invalid(end, "no docaudit-ignore-start is open here", null);
      } else {
        close(block, end.lastLine());
      }
      return;
    }
    for (Rule rule : rules(end)) {
      if (!end(rule, end.lastLine()) && !end(null, end.lastLine())) {
        invalid(end, "no docaudit-ignore-start of " + rule.id() + " is open here", rule.id());
      }
    }
  }

  /** Ends what the latest block with this rule covers; false where none is open. */
  private boolean end(@Nullable Rule rule, int lastLine) {
    Deque<Block> candidates = blocksByRule.get(rule);
    Block block = candidates == null ? null : latest(candidates);
    if (block == null) {
      return false;
    }
    candidates.pop();
    block.open.remove(rule);
    block.ended = block.open.isEmpty();
    add(block.start, rule, block.start.position().line(), lastLine);
    return true;
  }

  private void close(Block block, int lastLine) {
    block.ended = true;
    for (Rule rule : block.open) {
      add(block.start, rule, block.start.position().line(), lastLine);
    }
  }

  /** The first that has not ended, or null; those before it are dropped. */
  private static @Nullable Block latest(Deque<Block> blocks) {
    while (!blocks.isEmpty() && blocks.peek().ended) {
      blocks.pop();
    }
    return blocks.peek();
  }

  private void add(Directive directive, @Nullable Rule rule, int firstLine, int lastLine) {
    suppressions.add(
        new Suppression(
            rule, firstLine, lastLine, directive.position().line(), directive.position().column()));
  }

  /** The rules named, each once; null alone where none is named. */
  private List<@Nullable Rule> rules(Directive directive) {
    List<@Nullable Rule> rules = new ArrayList<>();
    if (!isNamed(directive)) {
      rules.add(null);
      return rules;
    }
    Set<Rule> known = EnumSet.noneOf(Rule.class);
    for (String id : directive.rules()) {
      Rule rule = Rule.byId(id).orElse(null);
      if (rule == null) {
        invalid(directive, "there is no rule " + id, id);
      } else if (known.add(rule)) {
        rules.add(rule);
      }
    }
    return rules;
  }

  private static boolean isNamed(Directive directive) {
    return !directive.rules().isEmpty();
  }

  private void invalid(Directive directive, String message, @Nullable String target) {
    findings.add(
        new Finding(
            Rule.SUPPRESSION_INVALID,
            directive.position().line(),
            directive.position().column(),
            message,
            target,
            target == null || Rule.byId(target).isPresent()
                ? null
                : NearestName.of(target, RULE_IDS).orElse(null)));
  }
}
