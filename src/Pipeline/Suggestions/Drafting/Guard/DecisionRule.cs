namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>What a company decides, promises or does is in the source by the same concept; a customer's words never back it.</summary>
internal static class DecisionRule
{
    // What costs nobody money when it is only named: an advisor who answered "it takes effect on 14 June" need not say again what.
    private static readonly string[] Topics = ["cancellation", "delivery", "repair", "visit", "contact", "handover", "replacement", "scope", "automatic"];

    // "Please do not send anything" offers nothing.
    private static readonly string[] Warnable = ["delivery", "contact", "money", "install"];

    public static RefusalReason? Of(ReadSentence sentence)
    {
        if (sentence.Source is null)
        {
            return null;
        }

        foreach (var (position, _, concept) in sentence.Said.Concepts)
        {
            var isFact = sentence.Said.Facts.Any(fact => position >= fact.Start && position < fact.End);
            var isBacked = sentence.IsCustomers
                ? sentence.Vocabulary.Restating.Has(sentence.Said.Lexemes[position])
                : sentence.Source.Concepts.Any(other => other.Value == concept) || (IsAdvisors(sentence) && IsTopic(sentence, concept));
            if (!isFact && !isBacked && !(Warnable.Contains(concept) && WarnsAt(sentence, position)))
            {
                return RefusalReason.InventedPromise;
            }
        }

        return null;
    }

    private static bool IsAdvisors(ReadSentence sentence) => !sentence.IsCustomers && sentence.Source!.Text is var text
        && sentence.Ground.Turns.Any(turn => turn.IsAdvisor && turn.Text == text);

    private static bool IsTopic(ReadSentence sentence, string concept) =>
        Topics.Contains(concept) && sentence.Customer.Concepts.Any(other => other.Value == concept);

    private static bool WarnsAt(ReadSentence sentence, int position) => sentence.Said.Clauses.Any(clause =>
        clause.IsNegative && clause.Start <= position && position < clause.End && !sentence.Said.Facts.Any(clause.Holds));
}
