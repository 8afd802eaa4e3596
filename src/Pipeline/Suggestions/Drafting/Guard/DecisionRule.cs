using Pipeline.Suggestions.Drafting.Reading;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>What a company decides, promises or does is in the source by the same concept; a customer's words never back it.</summary>
internal static class DecisionRule
{
    // What costs nobody money when it is only named: an advisor who answered "it takes effect on 14 June" need not say again what.
    private static readonly string[] Topics = ["cancellation", "delivery", "repair", "visit", "contact", "handover", "replacement", "scope", "automatic"];

    // "Please do not send anything" offers nothing.
    private static readonly string[] Warnable = ["delivery", "contact", "money", "install"];

    // What is said of one thing and not of another.
    private static readonly string[] Qualities = ["scope", "free", "priority", "automatic"];

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
                ? sentence.Vocabulary.Restating.Has(sentence.Said.Lexemes[position]) || IsAskedFor(sentence, position, concept)
                : sentence.Source.Concepts.Any(other => other.Value == concept) || (IsAdvisors(sentence) && IsTopic(sentence, concept));
            if (!isFact && !isBacked && !(Warnable.Contains(concept) && WarnsAt(sentence, position)))
            {
                return RefusalReason.InventedPromise;
            }

            if (!sentence.IsCustomers && OnlyDenied(sentence, position, concept))
            {
                return RefusalReason.Contradiction;
            }

            if (!sentence.IsCustomers && Qualities.Contains(concept) && IsOfOtherThing(sentence, position))
            {
                return RefusalReason.NotInSource;
            }
        }

        return sentence.IsCustomers ? OfCustomers(sentence)
            : sentence.Vocabulary.Accomplished.In(sentence.Said.Lexemes) && !sentence.Vocabulary.Accomplished.In(sentence.Source.Lexemes)
                ? RefusalReason.InventedPromise
            : null;
    }

    // "I" and "we" do nothing with what a customer said but take note of it.
    private static RefusalReason? OfCustomers(ReadSentence sentence)
    {
        var lexemes = sentence.Said.Lexemes;
        for (var position = 0; position < lexemes.Count; position++)
        {
            var isSubject = lexemes[position].Text is "je" or "j" or "we" or "i"
                || (lexemes[position].Text is "nous" or "on" && sentence.Vocabulary.Language == "fr" && (position == 0 || lexemes[position - 1].Text is not ("vous" or "de")));
            if (isSubject && !sentence.Vocabulary.Acknowledging.In([.. lexemes.Skip(position + 1).Take(4)]))
            {
                return RefusalReason.InventedPromise;
            }
        }

        return null;
    }

    // "You would like a refund" says again what was asked for; nobody grants it.
    private static bool IsAskedFor(ReadSentence sentence, int position, string concept)
    {
        if (!sentence.Source!.Concepts.Any(other => other.Value == concept)
            || sentence.Said.Clauses.FirstOrDefault(clause => clause.Start <= position && position < clause.End) is not { IsNegative: false } own)
        {
            return false;
        }

        for (var place = own.Start; place + 1 < position; place++)
        {
            if (sentence.Said.Lexemes[place].Text is "vous" or "you" && sentence.Vocabulary.Asking.At(sentence.Said.Lexemes, place + 1).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool OnlyDenied(ReadSentence sentence, int position, string concept)
    {
        var there = sentence.Source!.Concepts.Where(other => other.Value == concept).Select(other => IsDenied(sentence.Source, other.Position)).ToList();
        return there.Count > 0 && there.All(denied => denied) && !IsDenied(sentence.Said, position);
    }

    // "unlimited data" of "25 GB of data and unlimited calls".
    private static bool IsOfOtherThing(ReadSentence sentence, int position)
    {
        var words = sentence.Said.Words().ToList();
        var index = words.FindIndex(word => word.Position == position);
        if (index < 0 || !sentence.Source!.Stems.Contains(words[index].Stem))
        {
            return false;
        }

        return index + 1 < words.Count && words[index + 1] is var next && next.Position <= position + 2 && sentence.Source.Stems.Contains(next.Stem)
            && !sentence.Source.Clauses.Any(clause => clause.Stems.Contains(next.Stem) && clause.Stems.Contains(words[index].Stem));
    }

    private static bool IsDenied(DraftText text, int position) =>
        text.Clauses.Any(clause => clause.IsNegative && clause.Start <= position && position < clause.End);

    private static bool IsAdvisors(ReadSentence sentence) => !sentence.IsCustomers && sentence.Source!.Text is var text
        && sentence.Ground.Turns.Any(turn => turn.IsAdvisor && turn.Text == text);

    private static bool IsTopic(ReadSentence sentence, string concept) =>
        Topics.Contains(concept) && sentence.Customer.Concepts.Any(other => other.Value == concept);

    private static bool WarnsAt(ReadSentence sentence, int position) => sentence.Said.Clauses.Any(clause =>
        clause.IsNegative && clause.Start <= position && position < clause.End && !sentence.Said.Facts.Any(clause.Holds));
}
