namespace Pipeline.Quality.Review.PreScoring;

/// <summary>What a rule finds in a conversation.</summary>
/// <param name="Answer">Yes, no, not applicable; null when the rule cannot tell.</param>
/// <param name="Reasons">Why.</param>
internal sealed record Judgement(AnswerValue? Answer, params IReadOnlyList<PreScoreReason> Reasons)
{
    public static Judgement Yes(params IReadOnlyList<PreScoreReason> reasons) => new(AnswerValue.Affirmed, reasons);

    public static Judgement No(params IReadOnlyList<PreScoreReason> reasons) => new(AnswerValue.Denied, reasons);

    public static Judgement NotApplicable(string french, string english) => new(AnswerValue.NoMatter, new PreScoreReason([], null, french, english));
}

/// <summary>A named rule that proposes an answer to a question of yes or no. Pure; it looks at what was said, never at how the advisor feels.</summary>
internal interface IPreScoreRule
{
    /// <summary>Its name, as scorecards have it.</summary>
    string Name { get; }

    /// <summary>What it finds.</summary>
    Judgement Judge(ReviewedConversation conversation);
}
