using System.Globalization;
using System.Text;
using Pipeline.Messages;

namespace Pipeline.Routing.Handover;

/// <summary>Writes a card in short, as plain text for the next advisor. Times are UTC.</summary>
public static class HandoverNote
{
    /// <summary>The note in a language: fr, else English. What there is nothing of has no line.</summary>
    public static string Of(HandoverCard card, string language)
    {
        var french = language == "fr";
        var colon = french ? " : " : ": ";
        var note = new StringBuilder(french ? "Passage de relais" : "Hand-over");
        if (card.Reason is { } reason)
        {
            note.Append(colon).Append(HandoverWords.Of(reason, french));
        }

        if (card.Next is { } next)
        {
            Line(french ? "Pour" : "For", $"{next.FirstName ?? (french ? "qui aura une place" : "whoever has a place")} "
                + $"({next.Skill}, {(french ? "niveau" : "level")} {next.Level.ToString(CultureInfo.InvariantCulture)})");
        }

        Line(french ? "Avant" : "Before", string.Join(", ", card.Holders.Select(holder => HolderOf(holder, french))));
        Line(french ? "Humeur" : "Mood", french ? card.Mood.French : card.Mood.English);
        Line(
            french ? "Déjà connu, à ne pas redemander" : "Known already, not to be asked again",
            string.Join(", ", card.Known.Select(slot => $"{HandoverWords.Slot(slot.Name, french)} {slot.Value}")));
        Lines(french ? "Essayé" : "Tried", card.Tried.Select(step => $"« {step.Text} »{colon}{HandoverWords.Of(step.Outcome, french)}"));
        Lines(
            french ? "Dit au client" : "Told the customer",
            card.Told.Select(said => $"« {said.Text} » ({string.Join(", ", said.Kinds.Select(kind => HandoverWords.Of(kind, french)))}, {said.MessageId})"));
        Lines(
            french ? "Questions sans réponse" : "Questions without an answer",
            card.OpenQuestions.Select(question => $"{HandoverWords.Of(question.By, french)}{colon}« {question.Text} »"));
        Lines(
            french ? "Demandé à des collègues" : "Asked of colleagues",
            (card.Notes ?? []).Select(asked => $"{asked.Skill}{colon}« {asked.Question} » → « {asked.Answer} » ({asked.AnsweredBy})"));
        return note.ToString();

        void Line(string name, string text)
        {
            if (text.Length > 0)
            {
                note.Append('\n').Append(name).Append(colon).Append(text);
            }
        }

        void Lines(string name, IEnumerable<string> lines)
        {
            string[] all = [.. lines];
            if (all.Length > 0)
            {
                note.Append('\n').Append(name).Append(colon.AsSpan().TrimEnd());
                Array.ForEach(all, line => note.Append("\n- ").Append(line));
            }
        }
    }

    private static string HolderOf(HandoverHolder holder, bool french) => string.Create(
        CultureInfo.InvariantCulture,
        $"{holder.FirstName ?? HandoverWords.Of(holder.Role, french)} ({holder.From.UtcDateTime:HH:mm}–{holder.To.UtcDateTime:HH:mm})");
}
