package org.docaudit.pack;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.docaudit.model.Finding;
import org.docaudit.model.LinkReason;
import org.docaudit.model.LinkStatus;
import org.docaudit.model.Rule;
import org.docaudit.model.Verdict;

/**
 * Findings and verdicts in packed form. Enum constants travel by their position: packs never
 * outlive the run that wrote them.
 */
public final class ModelPack {

  private static final Rule[] RULES = Rule.values();
  private static final LinkReason[] REASONS = LinkReason.values();

  private ModelPack() {}

  public static void writeFinding(PackWriter out, Finding finding) {
    out.writeInt(position(finding.rule()));
    out.writeInt(finding.line());
    out.writeInt(finding.column());
    out.writeString(finding.message());
    out.writeNullableString(finding.target());
    out.writeNullableString(finding.suggestion());
  }

  public static Finding readFinding(PackReader in) {
    return new Finding(
        RULES[in.readInt()],
        in.readInt(),
        in.readInt(),
        in.readString(),
        in.readNullableString(),
        in.readNullableString());
  }

  public static void writeVerdict(PackWriter out, Verdict verdict) {
    LinkReason reason = verdict.reason();
    out.writeInt(reason == null ? 0 : 1 + position(reason));
    out.writeNullableString(verdict.resolvedPath());
    out.writeNullableString(verdict.suggestion());
  }

  public static Verdict readVerdict(PackReader in) {
    int code = in.readInt();
    @Nullable LinkReason reason = code == 0 ? null : REASONS[code - 1];
    return new Verdict(
        reason == null ? LinkStatus.OK : reason.status(),
        reason,
        in.readNullableString(),
        in.readNullableString());
  }

  @SuppressWarnings("EnumOrdinal") // Within one run of one version the position is the identity.
  static int position(Enum<?> constant) {
    return constant.ordinal();
  }
}
