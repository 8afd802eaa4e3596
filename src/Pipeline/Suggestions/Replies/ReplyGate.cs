using System.Buffers;
using Pipeline.Suggestions.Drafting.Guard;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Linting;
using Pipeline.Suggestions.Slots;

namespace Pipeline.Suggestions.Replies;

/// <summary>
/// Decides whether a template may be kept for others: of a fitting length, in the language, with nothing personal left in it, and nothing that the
/// rules for good phrases forbid. When in doubt it refuses: a reply that is missing costs nothing.
/// </summary>
/// <param name="words">What is known of personal data and names.</param>
public sealed class ReplyGate(PersonalWords words)
{
    private const string Origin = "an accepted reply";

    /// <summary>What masks, slots and addresses are written with.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("[]<>@{}");

    /// <summary>What is known of personal data and names.</summary>
    public PersonalWords Words => words;

    /// <summary>Whether a template may be kept.</summary>
    public bool Allows(string template, string language)
    {
        var spoken = PhraseSlots.Remove(template);
        return template.Length is >= ReplyThresholds.LeastCharacters and <= ReplyThresholds.MostCharacters
            && spoken.Trim().Length >= ReplyThresholds.LeastCharacters
            && spoken.AsSpan().IndexOfAny(Marks) < 0
            && PhraseSlots.ProblemOf(template) is null
            && LanguageRule.IsIn(spoken, language)
            && CaseFacts.IsFree(template, language)
            && Fitting.SpokenLinks.In(spoken).Count == 0
            && words.Entities(spoken).Count == 0
            && NameRule.IsFree(template, language, words)
            && KeepsTheRules(template, language);
    }

    /// <summary>Whether the rules for good phrases find nothing that would keep a phrase of this text from being offered.</summary>
    private static bool KeepsTheRules(string template, string language)
    {
        var phrase = new Phrase(
            new()
            {
                Id = "reply",
                Language = language,
                Category = PhraseWords.Name(ReplyKind.CategoryOf(template, language)),
                Tone = PhraseWords.Name(ReplyKind.ToneOf(template, language)),
                Text = template,
            },
            Origin);
        var subject = new LintSubject([phrase], new LintPolicy(), default);
        return LintRules.Check(subject).All(finding => finding.Severity != LintSeverity.Error);
    }
}
