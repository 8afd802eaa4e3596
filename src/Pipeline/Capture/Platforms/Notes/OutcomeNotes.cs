using System.Globalization;
using Pipeline.Messages;

namespace Pipeline.Capture.Platforms.Notes;

/// <summary>Says outcomes as notes for advisors, in the language of the conversation.</summary>
public static class OutcomeNotes
{
    private const int ReferenceLength = 12;

    /// <summary>The note of an outcome; null where there is nothing to tell.</summary>
    public static AdvisorNote? Of(ConversationEvent outcome) => outcome switch
    {
        // A note that was left can't be taken back: that its suggestions fit no more is not told.
        RepliesSuggested { Suggestions.Count: 0 } => null,
        RepliesSuggested suggested => Of(suggested),
        ConversationRouted { Status: not AssignmentStatus.Released } routed => Of(routed),
        ConversationHandedOver handedOver => Of(handedOver),

        // That a place was given back is of no use to the advisor who reads the conversation.
        _ => null,
    };

    private static AdvisorNote Of(RepliesSuggested suggested)
    {
        var french = suggested.Language == "fr";
        return new(
            Reference(suggested.BusId),
            french,
            french ? "Suggestions de réponse" : "Suggested replies",
            french ? "pour vous seulement, rien n'est envoyé au client" : "for you only, nothing is sent to the customer",
            [.. suggested.Suggestions.Select((suggestion, index) => new NoteItem(suggestion.Text)
            {
                Number = index + 1,
                Missing = suggestion.IsComplete ? null : string.Join(", ", suggestion.Blanks.Select(blank => $"{blank.Marker} {blank.Label}")),
                Source = string.Create(CultureInfo.InvariantCulture, $"{suggestion.Source} · {Math.Round(suggestion.Score * 100):0} %"),
            })]);
    }

    private static AdvisorNote Of(ConversationRouted routed)
    {
        var french = routed.Conversation.LanguageHint == "fr";
        var decision = routed.Decision;
        var aside = string.Create(CultureInfo.InvariantCulture, $"{decision.Skill}, {(french ? "niveau" : "level")} {decision.Level}")
            + (decision.Hard ? (french ? ", difficile" : ", hard") : "")
            + (decision.Urgent ? ", urgent" : "");
        return new(
            Reference(RoutingIdentity(routed)),
            french,
            french ? "Orientation" : "Routing",
            aside,
            [.. decision.Reasons.Select(reason => new NoteItem(french ? reason.French : reason.English) { IsReason = true })])
        {
            Standing = Standing(routed, french),
        };
    }

    private static AdvisorNote Of(ConversationHandedOver handedOver)
    {
        var french = handedOver.Card.Language == "fr";
        var lines = handedOver.Note.Split('\n');
        return new(
            Reference(handedOver.BusId),
            french,
            lines[0],
            french ? "pour vous seulement" : "for you only",
            [.. lines.Skip(1).Select(line => new NoteItem(line))]);
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

    // By what it says, so that the advisor is not told the same after every message.
    private static string RoutingIdentity(ConversationRouted routed) => ConversationKeys.BusId(
        "routing",
        routed.Conversation.Key,
        routed.Status.ToString(),
        routed.AdvisorId ?? "",
        routed.Decision.Skill,
        $"{routed.Decision.Level}",
        $"{routed.Decision.Hard}",
        $"{routed.Decision.Urgent}");

    private static string Reference(string identity) => identity[^ReferenceLength..];
}
