using System.Globalization;
using System.Text;
using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Quality.Knowledge.Digests;

/// <summary>Writes a digest as plain text, in French or in English; what was asked and answered stays in its own language.</summary>
public static class DigestText
{
    /// <summary>The text in a language: fr, else English.</summary>
    public static string Of(Digest digest, string language)
    {
        var french = language == "fr";
        var text = new StringBuilder();
        var team = digest.Team == Digest.Everybody ? (french ? "toute l'équipe" : "everybody") : digest.Team;
        text.Append(french
            ? string.Create(CultureInfo.InvariantCulture, $"Questions et réponses de {team}, du {digest.From:dd/MM/yyyy} au {digest.To:dd/MM/yyyy}")
            : string.Create(CultureInfo.InvariantCulture, $"Questions and answers of {team}, {digest.From:yyyy-MM-dd} to {digest.To:yyyy-MM-dd}"));
        text.Append(digest.Site is null ? "\n\n" : $" ({digest.Site})\n\n");
        text.Append(Thanks(digest, french)).Append('\n');
        Section(text, french ? "Avec une réponse" : "With an answer", digest.Answered, french);
        Section(text, french ? "Sans réponse" : "Without an answer", digest.Unanswered, french);
        return text.ToString();
    }

    private static string Thanks(Digest digest, bool french) => digest.Helpers.Count == 0
        ? (french ? "Merci à toutes celles et tous ceux qui ont posé leurs questions." : "Thank you to all who asked.")
        : french
            ? $"Merci à {string.Join(", ", digest.Helpers)} : vos réponses et astuces aident maintenant tout le monde."
            : $"Thank you, {string.Join(", ", digest.Helpers)}: your answers and tips now help everybody.";

    private static void Section(StringBuilder text, string title, IReadOnlyList<DigestItem> items, bool french)
    {
        text.Append(CultureInfo.InvariantCulture, $"\n{title} ({items.Count})\n");
        if (items.Count == 0)
        {
            text.Append(french ? "- rien\n" : "- nothing\n");
        }

        foreach (var item in items)
        {
            text.Append("- ").Append(item.Wording ?? (french ? "(texte effacé)" : "(text erased)"));
            if (item.Count > 1)
            {
                text.Append(CultureInfo.InvariantCulture, $" (× {item.Count})");
            }

            text.Append("\n  ").Append(Fate(item, french)).Append('\n');
        }
    }

    private static string Fate(DigestItem item, bool french) => item.Status switch
    {
        QuestionStatus.Published => $"→ {item.Answer ?? item.Source} [{item.Source}]",
        QuestionStatus.Answered => $"→ {item.Answer} [{(french ? "attend l'accord d'un pair" : "waits for a peer's approval")}]",
        QuestionStatus.NotAnswerable => french ? $"→ pas de réponse : {item.Reason}" : $"→ no answer: {item.Reason}",
        _ when item.Owner is { } owner => french ? $"→ encore ouverte, chez {owner}" : $"→ open still, with {owner}",
        _ => french ? "→ encore ouverte" : "→ open still",
    };
}
