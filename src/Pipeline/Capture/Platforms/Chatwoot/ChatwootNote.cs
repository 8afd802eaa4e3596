using System.Globalization;
using System.Text;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Chatwoot;

/// <summary>
/// Writes private notes for advisors, in Markdown, which Chatwoot shows. Each ends with a reference, by which the outlet sees that it has
/// already left the note.
/// </summary>
internal static class ChatwootNote
{
    private const string MarkdownSigns = "\\`*_[]<>#|~!";

    /// <summary>A note with suggestions, best first.</summary>
    public static string Write(RepliesSuggested suggested, string reference)
    {
        var french = suggested.Language == "fr";
        var note = new StringBuilder(french
            ? "**Suggestions de réponse** – pour vous seulement, rien n'est envoyé au client\n"
            : "**Suggested replies** – for you only, nothing is sent to the customer\n");
        for (var index = 0; index < suggested.Suggestions.Count; index++)
        {
            var suggestion = suggested.Suggestions[index];
            note.Append(CultureInfo.InvariantCulture, $"\n{index + 1}. ");
            AppendPlain(note, suggestion.Text);
            if (!suggestion.IsComplete)
            {
                note.Append(french ? "\n   **À compléter** : " : "\n   **To fill in**: ");
                AppendPlain(note, string.Join(", ", suggestion.Blanks.Select(blank => $"{blank.Marker} {blank.Label}")));
            }

            note.Append("\n   (");
            AppendPlain(note, suggestion.Source);
            note.Append(CultureInfo.InvariantCulture, $" · {Math.Round(suggestion.Score * 100):0} %)\n");
        }

        return End(note, french, reference);
    }

    /// <summary>A note with where the conversation goes, and why.</summary>
    public static string Write(ConversationRouted routed, string reference)
    {
        var french = routed.Conversation.LanguageHint == "fr";
        var decision = routed.Decision;
        var note = new StringBuilder(french ? "**Orientation** – " : "**Routing** – ");
        AppendPlain(note, decision.Skill);
        note.Append(CultureInfo.InvariantCulture, $", {(french ? "niveau" : "level")} {decision.Level}");
        note.Append(decision.Hard ? (french ? ", difficile" : ", hard") : "").Append(decision.Urgent ? ", urgent" : "").Append('\n');
        AppendPlain(note, Standing(routed, french));
        note.Append('\n');
        foreach (var reason in decision.Reasons)
        {
            note.Append("\n- ");
            AppendPlain(note, french ? reason.French : reason.English);
        }

        return End(note.Append('\n'), french, reference);
    }

    private static string Standing(ConversationRouted routed, bool french)
    {
        var advisor = routed.Status == AssignmentStatus.Assigned ? routed.AdvisorFirstName ?? routed.AdvisorId : null;
        if (advisor is null && routed.OutOfHours is { } closed)
        {
            return french ? $"Fermé. À dire au client : {closed.French}" : $"Closed. To tell the customer: {closed.English}";
        }

        return (advisor, french) switch
        {
            (null, true) => "En attente d'une place.",
            (null, false) => "Waiting for a free place.",
            (_, true) => $"Proposée à {advisor}.",
            (_, false) => $"Offered to {advisor}.",
        };
    }

    private static string End(StringBuilder note, bool french, string reference) =>
        note.Append(french ? "\nréf. " : "\nref. ").Append(reference).ToString();

    /// <summary>Text as it is: what looks like Markdown in it (a link, a mention) must not become any.</summary>
    private static void AppendPlain(StringBuilder note, string text)
    {
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (MarkdownSigns.Contains(character, StringComparison.Ordinal))
            {
                note.Append('\\');
            }

            note.Append(character == '\n' ? "\n   " : character.ToString());
        }
    }
}
