using Pipeline.Suggestions.Candidates.Segments;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>A candidate that is worth comparing.</summary>
/// <param name="Segment">Where it is.</param>
/// <param name="Place">Its place there.</param>
/// <param name="Said">How much the words of the conversation speak for it.</param>
internal readonly record struct Likely(IndexSegment Segment, int Place, SaidWeight Said);
