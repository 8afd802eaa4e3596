using System.Globalization;
using Pipeline.Messages;

namespace Pipeline.Quality.Review.PreScoring;

/// <summary>What an advisor promises within the chat ("I'll check and come back") is followed by a message of theirs that brings something.</summary>
internal sealed class PromiseRule : IPreScoreRule
{
    public string Name => "promise";

    public Judgement Judge(ReviewedConversation conversation)
    {
        List<PreScoreReason> broken = [];
        var made = 0;
        ReviewedTurn[] advisors = [.. conversation.Advisors];
        for (var place = 0; place < advisors.Length; place++)
        {
            var turn = advisors[place];
            if (conversation.Cues.Find("promise", turn.Plain) is not { } words)
            {
                continue;
            }

            made++;
            var kept = advisors.Skip(place + 1).Any(later => !conversation.Cues.Has("promise", later.Plain) || conversation.Cues.Has("delivery", later.Plain));
            if (!kept)
            {
                broken.Add(new([turn.Id], words, "Promis pendant le chat, et rien n'a suivi.", "Promised within the chat, and nothing followed."));
            }
        }

        return made == 0 ? Judgement.NotApplicable("Rien n'a été promis pendant le chat.", "Nothing was promised within the chat.")
            : broken.Count > 0 ? Judgement.No(broken)
            : Judgement.Yes(new PreScoreReason([], null, "Ce qui a été promis a suivi.", "What was promised followed."));
    }
}

/// <summary>No message of an advisor has a blank that was left to fill in.</summary>
internal sealed class BlankSlotRule : IPreScoreRule
{
    public string Name => "blank_slot";

    public Judgement Judge(ReviewedConversation conversation)
    {
        PreScoreReason[] blanks =
        [
            .. from turn in conversation.Advisors
               let names = UnfilledSlots.In(turn.Text)
               where names.Count > 0
               select new PreScoreReason([turn.Id], string.Join(", ", names), "Un champ est resté vide.", "A blank was left unfilled."),
        ];
        return blanks.Length > 0
            ? Judgement.No(blanks)
            : Judgement.Yes(new PreScoreReason([], null, "Aucun champ laissé vide.", "No blank was left."));
    }
}

/// <summary>
/// Each wait for an advisor, from the customer's message to the next advisor's, stays under the band, or is announced before it by the advisor. It
/// says nothing of how fast an advisor is: a wait that was announced is none.
/// </summary>
internal sealed class ResponseWaitRule : IPreScoreRule
{
    /// <summary>The longest silence of a chat that customers do not take for an end: three minutes.</summary>
    public static readonly TimeSpan Band = TimeSpan.FromMinutes(3);

    public string Name => "response_wait";

    public Judgement Judge(ReviewedConversation conversation)
    {
        List<PreScoreReason> late = [];
        ReviewedTurn? asked = null;
        ReviewedTurn? said = null;
        var answers = 0;
        foreach (var turn in conversation.Turns)
        {
            if (turn.IsCustomers)
            {
                asked ??= turn;
            }
            else if (turn.IsAdvisors)
            {
                // The first wait is the queue's, and not the advisor's.
                if (asked is not null && said is not null && turn.At - asked.At > Band && !conversation.Cues.Has("announced_wait", said.Plain))
                {
                    var minutes = (turn.At - asked.At).TotalMinutes.ToString("0", CultureInfo.InvariantCulture);
                    late.Add(new([asked.Id, turn.Id], null, $"{minutes} minutes d'attente, sans prévenir.", $"A wait of {minutes} minutes, not announced."));
                }

                answers += asked is null ? 0 : 1;
                (asked, said) = (null, turn);
            }
        }

        return answers < 2 ? Judgement.NotApplicable("Trop peu de réponses pour en juger.", "Too few answers to tell.")
            : late.Count > 0 ? Judgement.No(late)
            : Judgement.Yes(new PreScoreReason([], null, "Les attentes restent dans la fourchette.", "The waits stay within the band."));
    }
}
