using Pipeline.Messages;
using Pipeline.Suggestions.Editing;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;

namespace Pipeline.Training.Situations;

/// <summary>A labelled situation and what was suggested.</summary>
/// <param name="Labelled">The situation.</param>
/// <param name="Suggestions">What was suggested, best first.</param>
/// <param name="Phrases">The library, by id.</param>
public sealed record JudgedSituation(
    LabelledSituation Labelled, IReadOnlyList<Suggestion> Suggestions, IReadOnlyDictionary<string, Phrase> Phrases)
{
    /// <summary>Whether one of the suggestions is acceptable; or nothing was suggested where that will do.</summary>
    public bool HasAcceptable => Suggestions.Count == 0
        ? Labelled.SilentOk
        : Suggestions.Any(suggestion => Labelled.Expect.Acceptable.Contains(IdOf(suggestion), StringComparer.Ordinal));

    /// <summary>Whether the first suggestion is of a right category; or nothing was suggested where that will do.</summary>
    public bool CategoryRight => Suggestions.Count == 0
        ? Labelled.SilentOk
        : Labelled.Expect.Categories.Contains(Suggestions[0].Category, StringComparer.Ordinal);

    /// <summary>How many of the suggestions are articles. The labels name phrases, so that few of them count as acceptable.</summary>
    public int Articles => Suggestions.Count(suggestion => TextSource.Read(suggestion.Source)?.Kind == Article.SourceKind);

    /// <summary>What was suggested although it is forbidden there, as the words of the labels.</summary>
    public IReadOnlyList<string> Broken => [.. (Labelled.Forbidden ?? []).Where(rule => Suggestions.Any(suggestion => Breaks(rule, suggestion)))];

    private bool Breaks(string rule, Suggestion suggestion) => rule switch
    {
        "phone" => ForbiddenWords.OfPhone(suggestion.Text),
        "other_brand" => Phrases.TryGetValue(IdOf(suggestion), out var phrase) && !phrase.Allows(Labelled.Brand, Labelled.Channel),
        "celebration" => suggestion.Category == "congratulation"
            || (Phrases.TryGetValue(IdOf(suggestion), out var festive) && festive.Tone == PhraseTone.Celebratory),
        "greeting" => suggestion.Category == "greeting",
        "repeat" => Labelled.Turns.Where(turn => turn.Speaker != "customer").Any(turn => ForbiddenWords.SayTheSame(turn.Text, suggestion.Text)),
        _ => throw new InvalidDataException($"{Labelled.Id}: \"{rule}\" is not a rule that is known."),
    };

    /// <summary>The id of a phrase or article: what stands between the kind of the source and its version.</summary>
    private static string IdOf(Suggestion suggestion) => suggestion.Source.Split(':', 2)[^1].Split('@')[0];
}
