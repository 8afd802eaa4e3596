using Pipeline.Suggestions.Drafting.Reading;

namespace Pipeline.Suggestions.Drafting.Guard;

/// <summary>
/// Decides whether an advisor sees a draft. One sentence that fails refuses the whole. A pure function of the draft and what it stands on;
/// thread-safe.
/// </summary>
public sealed class DraftGuard
{
    private readonly Func<ReadSentence, RefusalReason?>[] _rules;

    /// <summary>A guard.</summary>
    /// <param name="personalData">Finds the personal data of a text, as it is written there.</param>
    public DraftGuard(Func<string, IReadOnlyList<string>> personalData) => _rules =
    [
        FormRule.Of, LanguageRule.Of, SecretRule.Of, ToneRule.Of, FactRule.Of, new PersonalDataRule(personalData).Of, MeaningRule.Of, DecisionRule.Of,
        WordingRule.Of, CourtesyRule.Of,
    ];

    /// <summary>Checks a draft.</summary>
    /// <returns>Why it is refused, and for which sentence (from 0; null when for the whole); null when an advisor may see it.</returns>
    public DraftRefusal? Check(IReadOnlyList<DraftSentence> sentences, DraftGround ground)
    {
        if (FormRule.OfAll(sentences, ground) is { } whole)
        {
            return new(whole, null);
        }

        var words = GuardWords.Of(ground.Language);
        var customer = new DraftText(string.Join("\n", ground.Turns.Where(turn => !turn.IsAdvisor).Select(turn => turn.Text)), ground.Language);
        for (var place = 0; place < sentences.Count; place++)
        {
            if (Check(sentences[place], ground, customer, words) is { } reason)
            {
                return new(reason, place);
            }
        }

        return null;
    }

    private RefusalReason? Check(DraftSentence sentence, DraftGround ground, DraftText customer, GuardWords words)
    {
        var source = sentence.Source is null ? null : ground.Text(sentence.Source);
        if (sentence.Source is not null && source is null)
        {
            return RefusalReason.UnknownSource;
        }

        var read = new ReadSentence(
            new DraftText(sentence.Text, ground.Language),
            source is null ? null : new DraftText(source, ground.Language),
            sentence.Source is not null && ground.Turn(sentence.Source) is { IsAdvisor: false },
            ground,
            customer,
            words);
        return _rules.Select(rule => rule(read)).FirstOrDefault(reason => reason is not null);
    }
}
