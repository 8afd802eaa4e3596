using Pipeline.Suggestions.Candidates;
using Pipeline.Suggestions.Library;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>The sentences of <see cref="SuggestionReasons"/>.</summary>
internal static class ReasonTexts
{
    public static string General(bool french) => french ? "Suite possible de la conversation" : "A possible next step";

    /// <summary>The article that a reply comes from; null when it comes from none.</summary>
    public static string? Article(ReplyCandidate candidate, bool french) => candidate.Title is not { } title ? null
        : french ? $"D'après l'article « {title} »"
        : $"From the article \"{title}\"";

    public static string Mandatory(bool french) => french ? "Formule attendue par la marque" : "The brand expects these words";

    public static string? Moment(Moment moment, bool french) => moment switch
    {
        Retrieval.Moment.Opening => french ? "Personne n'a encore répondu" : "Nobody has answered yet",
        Retrieval.Moment.Acknowledging => french ? "Le client attend la suite" : "The customer is ready for the next step",
        Retrieval.Moment.Waiting => french ? "Le client attend une réponse" : "The customer is waiting for an answer",
        Retrieval.Moment.WantsHuman => french ? "Le client demande quelqu'un" : "The customer asks for a person",
        Retrieval.Moment.Solved => french ? "Le client dit que c'est résolu" : "The customer says it is solved",
        Retrieval.Moment.Parting => french ? "Le client remercie ou prend congé" : "The customer thanks or takes leave",
        _ => null,
    };

    public static string? Tone(Mood mood, PhraseTone tone, bool french)
    {
        var feeling = mood switch
        {
            Mood.Upset => french ? "Le client est contrarié" : "The customer is upset",
            Mood.Worried => french ? "Le client est inquiet" : "The customer is worried",
            Mood.Sad => french ? "Le client traverse un moment difficile" : "The customer is going through a hard time",
            Mood.Confused => french ? "Le client est perdu" : "The customer is confused",
            Mood.Pleased => french ? "Le client est content" : "The customer is pleased",
            _ => null,
        };
        var answer = (mood, tone) switch
        {
            (Mood.Worried, PhraseTone.Warm) => french ? "ton rassurant" : "a reassuring tone",
            (_, PhraseTone.Warm) => french ? "ton chaleureux" : "a warm tone",
            (_, PhraseTone.Apologetic) => french ? "on s'excuse d'abord" : "an apology first",
            (_, PhraseTone.Plain) => french ? "phrases simples" : "plain sentences",
            (_, PhraseTone.Celebratory) => french ? "ton joyeux" : "a joyful tone",
            _ => french ? "ton posé" : "a steady tone",
        };
        return feeling is null ? null : french ? $"{feeling} : {answer}" : $"{feeling}: {answer}";
    }
}
