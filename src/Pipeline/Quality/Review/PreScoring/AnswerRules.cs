using Pipeline.Messages;

namespace Pipeline.Quality.Review.PreScoring;

/// <summary>Each message in which the customer asks is followed by a message of an advisor before the customer has to write twice more.</summary>
internal sealed class AnsweredRule : IPreScoreRule
{
    public string Name => "answered";

    public Judgement Judge(ReviewedConversation conversation)
    {
        List<PreScoreReason> open = [];
        var asked = 0;
        for (var place = 0; place < conversation.Turns.Count; place++)
        {
            var turn = conversation.Turns[place];
            if (!turn.IsCustomers || !turn.Text.Contains('?', StringComparison.Ordinal))
            {
                continue;
            }

            asked++;
            var answers = conversation.AnswersAfter(place).ToList();
            var waits = answers.Count > 0 && answers.All(answer => conversation.Cues.Has("promise", answer.Plain) && answer.Plain.Length < 80);
            if (answers.Count == 0 || (waits && !conversation.AnswersAfter(place, customers: 2).Skip(answers.Count).Any()))
            {
                open.Add(new([turn.Id], null, "Cette question n'a pas reçu de réponse.", "This question got no answer."));
            }
        }

        return asked == 0 ? Judgement.NotApplicable("Le client n'a rien demandé.", "The customer asked nothing.")
            : open.Count > 0 ? Judgement.No(open)
            : Judgement.Yes(new PreScoreReason([], null, "Chaque question est suivie d'une réponse.", "Each question is followed by an answer."));
    }
}

/// <summary>No advisor asks for something that the customer had given before, or that another advisor's message had asked and got.</summary>
internal sealed class KnownSlotRule : IPreScoreRule
{
    private static readonly string[] Kinds =
        ["order_number", "contract_number", "email", "phone", "name", "postal_code", "address", "date_of_birth", "iban"];

    public string Name => "known_slot";

    public Judgement Judge(ReviewedConversation conversation)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        List<PreScoreReason> again = [];
        foreach (var turn in conversation.Turns)
        {
            foreach (var kind in Kinds)
            {
                // Masked texts have [ORDER_NUMBER_1] where the customer wrote one.
                if (turn.IsCustomers && turn.Text.Contains($"[{kind.ToUpperInvariant()}", StringComparison.Ordinal))
                {
                    given.TryAdd(kind, turn.Id);
                }
                else if (turn.IsAdvisors && given.TryGetValue(kind, out var first)
                    && conversation.Cues.Find($"slot_{kind}", turn.Plain) is { } words && Asks(conversation, turn))
                {
                    again.Add(new([turn.Id, first], words, "Demandé alors que le client l'avait déjà donné.", "Asked for although the customer had given it."));
                }
            }
        }

        return again.Count > 0 ? Judgement.No(again)
            : given.Count == 0 ? Judgement.NotApplicable("Le client n'a donné aucune information à redemander.", "The customer gave nothing that could be asked for again.")
            : Judgement.Yes(new PreScoreReason([.. given.Values.Distinct()], null, "Rien de ce qui a été donné n'est redemandé.", "Nothing that was given is asked for again."));
    }

    private static bool Asks(ReviewedConversation conversation, ReviewedTurn turn) =>
        turn.Text.Contains('?', StringComparison.Ordinal) || conversation.Cues.Has("asks", turn.Plain);
}

/// <summary>After a message of clear displeasure or distress, one of the advisor's next messages acknowledges it.</summary>
internal sealed class AcknowledgementRule : IPreScoreRule
{
    private const int Clear = 2;

    public string Name => "acknowledgement";

    public Judgement Judge(ReviewedConversation conversation)
    {
        List<PreScoreReason> yes = [];
        List<PreScoreReason> no = [];
        for (var place = 0; place < conversation.Turns.Count; place++)
        {
            var turn = conversation.Turns[place];
            if (!turn.IsCustomers || turn.Analysis is not { Sentiment: Sentiment.Negative, Intensity: >= Clear })
            {
                continue;
            }

            var answers = conversation.AnswersAfter(place).ToList();
            if (answers.Count == 0)
            {
                continue;
            }

            var found = answers.Select(answer => (answer.Id, Words: conversation.Cues.Find("acknowledgement", answer.Plain)))
                .FirstOrDefault(answer => answer.Words is not null);
            (found.Words is null ? no : yes).Add(found.Words is null
                ? new([turn.Id, .. answers.Select(answer => answer.Id)], null, "Le ressenti du client n'est pas reconnu.", "The customer's feeling is not acknowledged.")
                : new([turn.Id, found.Id], found.Words, "Le ressenti du client est reconnu.", "The customer's feeling is acknowledged."));
        }

        return no.Count > 0 ? Judgement.No(no)
            : yes.Count > 0 ? Judgement.Yes(yes)
            : Judgement.NotApplicable("Aucun mécontentement net auquel un conseiller a répondu.", "No clear displeasure that an advisor answered.");
    }
}

/// <summary>Where an advisor says no, or that there is a wait, a reason stands in the same message or the next one.</summary>
internal sealed class ExplanationRule : IPreScoreRule
{
    public string Name => "explanation";

    public Judgement Judge(ReviewedConversation conversation)
    {
        List<PreScoreReason> yes = [];
        List<PreScoreReason> no = [];
        ReviewedTurn[] advisors = [.. conversation.Advisors];
        for (var place = 0; place < advisors.Length; place++)
        {
            var turn = advisors[place];
            if (conversation.Cues.Find("refusal", turn.Plain) is not { } refusal)
            {
                continue;
            }

            var reason = conversation.Cues.Find("explanation", turn.Plain)
                ?? (place + 1 < advisors.Length ? conversation.Cues.Find("explanation", advisors[place + 1].Plain) : null);
            (reason is null ? no : yes).Add(reason is null
                ? new([turn.Id], refusal, "Un refus ou une attente, sans raison donnée.", "A no or a wait, and no reason given.")
                : new([turn.Id], reason, "La raison est donnée.", "The reason is given."));
        }

        return no.Count > 0 ? Judgement.No(no)
            : yes.Count > 0 ? Judgement.Yes(yes)
            : Judgement.NotApplicable("Aucun refus et aucune attente annoncée.", "Nothing was refused and no wait announced.");
    }
}
