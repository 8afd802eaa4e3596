using Pipeline.Messages;
using Pipeline.Protection.Erasure;
using Pipeline.Replay;
using Pipeline.Tests.Flow;

namespace Pipeline.Tests.Protection;

/// <summary>Conversations of people, played through the whole path.</summary>
internal static class People
{
    public const string Erased = "customer-77031";
    public const string Other = "customer-88142";

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>What the person writes: identifiers, some of them in spellings that masking may not know.</summary>
    public static RecordedConversation Conversation(string customer, string name, params string[] texts) => new()
    {
        Id = "test",
        Brand = "boreal",
        Channel = "web",
        Language = "fr",
        Customer = new RecordedPerson(customer, name),
        Advisor = new RecordedPerson("a-nadia", "Nadia"),
        Turns =
        [
            .. texts.Select((text, index) => new RecordedTurn(
                index % 2 == 0 ? SenderRole.Customer : SenderRole.Advisor, text, TimeSpan.FromSeconds(20 * index))),
        ],
    };

    /// <summary>Plays a conversation to its close, or leaves it open.</summary>
    public static async Task PlayAsync(
        this WholePath path, RecordedConversation conversation, string id, bool close = true, TimeSpan after = default)
    {
        var script = ReplayScript.Write(conversation, id, WholePath.Start + after);
        foreach (var webhook in close ? script : script.SkipLast(1))
        {
            await path.PostAsync(webhook with { At = webhook.At + after });
            await path.DrainAsync();
        }
    }

    /// <summary>The usual world: two closed conversations and an open one of the person, and one of somebody else.</summary>
    public static async Task<WholePath> WorldAsync(Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? configure = null)
    {
        var path = await WholePath.StartAsync(more: configure);
        await path.PlayAsync(Conversation(Erased, "Camille", "Bonjour, ma box clignote rouge depuis hier", "Je regarde.", "Merci beaucoup"), "c-1");
        await path.PlayAsync(Conversation(Erased, "Camille", "C'est inadmissible, encore une facture fausse !", "Je comprends."), "c-2", after: TimeSpan.FromHours(1));
        await path.PlayAsync(Conversation(Other, "Louis", "Bonjour, ma fibre est lente", "Je regarde.", "Merci"), "c-3", after: TimeSpan.FromHours(2));
        await path.PlayAsync(Conversation(Erased, "Camille", "Je veux changer d'offre", "Laquelle ?", "La fibre"), "c-4", close: false, after: TimeSpan.FromHours(3));
        path.Clock.Advance(TimeSpan.FromMinutes(5));
        return path;
    }

    public static string Key(string id) => $"generic~demo~{id}";

    public static ErasureSubject Subject(params string[] identifiers) => new()
    {
        Customers = [new CustomerId("generic", Erased)],
        Identifiers = identifiers,
    };

    /// <summary>Runs an erasure to its end, the clock going on meanwhile.</summary>
    public static async Task<ErasureStatus> RunToEndAsync(this WholePath path, string id)
    {
        while (true)
        {
            if (await path.Service<Eraser>().RunAsync(id, Token) is { Ended: true } ended)
            {
                return ended;
            }

            path.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    public static async Task<ErasureStatus> EraseAsync(this WholePath path, ErasureSubject subject) =>
        await path.RunToEndAsync((await path.Service<ErasureLedger>().RequestAsync(subject, "camille", "Administrator", Token)).Id);
}
