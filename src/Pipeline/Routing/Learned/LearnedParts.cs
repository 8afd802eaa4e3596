namespace Pipeline.Routing.Learned;

/// <summary>Says in both languages what spoke most for a learned verdict.</summary>
internal static class LearnedParts
{
    /// <summary>All of the customer's words.</summary>
    public const string Words = "words";

    /// <summary>The words of the first message.</summary>
    public const string First = "first";

    /// <summary>The words of the last message.</summary>
    public const string Last = "last";

    private const int Most = 2;

    // A part that adds less than this moves a probability by less than two hundredths.
    private const double Least = 0.08;

    /// <summary>What spoke most for difficulty, at most two parts, each with its name; empty when nothing did.</summary>
    public static (string French, string English) Of(LearnedFinding finding, RoutingRules rules)
    {
        var told = finding.Difficulty
            .GroupBy(part => Name(part.Name, rules))
            .Select(group => (group.Key, Share: group.Sum(part => part.Share)))
            .Where(part => part.Share >= Least && part.Key.French.Length > 0)
            .OrderByDescending(part => part.Share).ThenBy(part => part.Key.English, StringComparer.Ordinal)
            .Take(Most)
            .Select(part => part.Key)
            .ToList();
        return told.Count == 0
            ? ("", "")
            : ($" : {string.Join(" ; ", told.Select(name => name.French))}", $": {string.Join("; ", told.Select(name => name.English))}");
    }

    private static (string French, string English) Name(string part, RoutingRules rules)
    {
        if (part.StartsWith(InputParts.Signal, StringComparison.Ordinal))
        {
            var rule = rules.Rules.FirstOrDefault(candidate => candidate.When.Signal == part[InputParts.Signal.Length..]);
            return rule is null ? ("", "") : (Small(rule.French), Small(rule.English));
        }

        return part switch
        {
            Words => ("ce que le client raconte", "what the customer tells"),
            First => ("le premier message", "the first message"),
            Last => ("le dernier message", "the last message"),
            "messages" or "answers" or "negative" or "worst" => ("le cours de l’échange", "the course of the chat"),
            _ when part.StartsWith("messages:", StringComparison.Ordinal) => ("le cours de l’échange", "the course of the chat"),
            "always" => ("", ""),
            _ when part.StartsWith("language:", StringComparison.Ordinal) => ("", ""),
            _ => ("le sujet", "the matter"),
        };
    }

    private static string Small(string reason) => reason.Length > 0 ? char.ToLowerInvariant(reason[0]) + reason[1..] : reason;
}
