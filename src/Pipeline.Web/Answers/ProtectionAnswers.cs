using Pipeline.Ports;
using Pipeline.Protection.Erasure;
using Pipeline.Protection.Holds;
using Pipeline.Protection.Originals;
using Pipeline.Protection.Retention;

namespace Pipeline.Web.Answers;

/// <summary>A page of erasures.</summary>
/// <param name="Erasures">The erasures, newest first.</param>
/// <param name="Continuation">Where the next page starts; null when this was the last one.</param>
public sealed record ErasuresAnswer(IReadOnlyList<ErasureStatus> Erasures, string? Continuation);

/// <summary>The legal holds.</summary>
/// <param name="Holds">The holds.</param>
public sealed record HoldsAnswer(IReadOnlyList<LegalHold> Holds);

/// <summary>How long what is kept, and what there is.</summary>
/// <param name="Rules">The rules, as set.</param>
/// <param name="LastRun">The last run with the oldest of each kind; null before the first.</param>
public sealed record RetentionAnswer(IReadOnlyList<RetentionRuleAnswer> Rules, RetentionRun? LastRun);

/// <summary>How many days each kind is kept; null for as long as the conversation, or without end.</summary>
/// <param name="Brand">The brand; empty for every brand without a rule of its own.</param>
/// <param name="Messages">Conversations whole.</param>
/// <param name="Index">The rows of the index.</param>
/// <param name="Scores">What was found in the messages.</param>
/// <param name="Suggestions">Suggestions, and what became of them.</param>
/// <param name="Decisions">Routing decisions and hand-overs.</param>
/// <param name="Audit">Readings and changes.</param>
/// <param name="Originals">Texts before masking.</param>
public sealed record RetentionRuleAnswer(
    string Brand, int? Messages, int? Index, int? Scores, int? Suggestions, int? Decisions, int? Audit, int? Originals);

/// <summary>Texts of a conversation before masking.</summary>
/// <param name="Key">The conversation.</param>
/// <param name="Texts">The texts, in order.</param>
public sealed record OriginalsAnswer(string Key, IReadOnlyList<OriginalText> Texts);

/// <summary>What compacting came to.</summary>
/// <param name="Files">The files.</param>
public sealed record CompactionAnswer(IReadOnlyList<CompactedFile> Files);
