namespace Pipeline.Quality.Review.PreScoring;

/// <summary>A greeting stands in one of the first two messages of the service.</summary>
internal sealed class GreetingRule : IPreScoreRule
{
    private const int Looked = 2;

    public string Name => "greeting";

    public Judgement Judge(ReviewedConversation conversation)
    {
        ReviewedTurn[] first = [.. conversation.Advisors.Take(Looked)];
        if (first.Length == 0)
        {
            return Judgement.NotApplicable("Aucun conseiller n'a écrit.", "No advisor wrote.");
        }

        foreach (var turn in first)
        {
            if (conversation.Cues.Find("greeting", turn.Plain) is { } words)
            {
                return Judgement.Yes(new PreScoreReason([turn.Id], words, "Le client est salué.", "The customer is greeted."));
            }
        }

        return Judgement.No(new PreScoreReason(
            [.. first.Select(turn => turn.Id)], null, "Pas de salutation dans les premiers messages.", "No greeting in the first messages."));
    }
}

/// <summary>
/// A closing stands in one of the advisor's last two messages. It is due where the customer took leave or thanked, or the advisor had the last word; where
/// the customer simply stopped writing it is not.
/// </summary>
internal sealed class ClosingRule : IPreScoreRule
{
    private const int Looked = 2;

    public string Name => "closing";

    public Judgement Judge(ReviewedConversation conversation)
    {
        ReviewedTurn[] last = [.. conversation.Advisors.TakeLast(Looked)];
        if (last.Length == 0)
        {
            return Judgement.NotApplicable("Aucun conseiller n'a écrit.", "No advisor wrote.");
        }

        foreach (var turn in last)
        {
            if (conversation.Cues.Find("closing", turn.Plain) is { } words)
            {
                return Judgement.Yes(new PreScoreReason([turn.Id], words, "L'échange se termine par une formule de congé.", "The exchange ends with a closing."));
            }
        }

        var customer = conversation.Turns.LastOrDefault(turn => turn.IsCustomers);
        var due = customer is not null && (conversation.State.Journey.Thanked || conversation.Cues.Has("closing", customer.Plain));
        return due
            ? Judgement.No(new PreScoreReason(
                [customer!.Id, last[^1].Id], null, "Le client remercie ou prend congé, sans réponse.", "The customer thanks or takes leave, and nothing answers it."))
            : Judgement.NotApplicable("Le client n'a pas pris congé.", "The customer did not take leave.");
    }
}
