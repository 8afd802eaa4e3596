using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Delivery;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing.Handover;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Speaking;
using Pipeline.Tests.Support;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Routing.Handover;

/// <summary>Which transfers bring a card to the platform, and how often.</summary>
public sealed class HandoverTellingTests
{
    private static readonly string Key = Said.Conversation.Key;

    private readonly Router _router = new();
    private readonly Outlet _outlet = new();

    [Fact]
    public async Task A_conversation_with_one_advisor_brings_no_card()
    {
        await RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"), Said.Advisor(10, "Bonjour."), Said.Customer(20, "merci", 0.3));
        Assert.Empty(_outlet.Cards);
    }

    [Fact]
    public async Task One_that_turns_to_another_trade_brings_the_card_once_however_often_it_is_told()
    {
        await RouteAsync(Said.Customer(0, "je veux une copie de facture", 0, "billing_question"), Said.Advisor(5, "Vous recevrez la copie demain."));
        var outcomes = await RouteAsync(Said.Customer(10, "mon père est décédé", -0.4, "bereavement", "bereavement"));
        var card = Assert.Single(_outlet.Cards);
        Assert.Equal(HandoverReason.OtherSkill, card.Card.Reason);
        Assert.Equal("Vous recevrez la copie demain.", Assert.Single(card.Card.Told).Text);
        Assert.Equal("vulnerable_customer", card.Card.Next!.Skill);
        Assert.StartsWith("Passage de relais : autre métier", card.Note, StringComparison.Ordinal);

        await DeliverAsync(outcomes);
        await RouteAsync(Said.Customer(10, "mon père est décédé", -0.4, "bereavement", "bereavement"));
        await RouteAsync(Said.Customer(30, "merci", 0.2));
        Assert.Single(_outlet.Cards);
    }

    [Fact]
    public async Task One_that_cannot_be_noted_as_told_is_told_again_under_the_same_id_and_says_the_same()
    {
        await RouteAsync(Said.Customer(0, "je veux une copie de facture", 0, "billing_question"));
        _router.Recorder.Tables.BeforeApply = (_, changes) =>
        {
            if (changes.Any(change => change is TableChange.Upsert && change.RowKey.StartsWith("handover-", StringComparison.Ordinal)))
            {
                throw new StorageUnavailableException("The disk is full.");
            }
        };
        await Assert.ThrowsAsync<StorageUnavailableException>(() => RouteAsync(Said.Customer(10, "mon père est décédé", -0.4, "bereavement", "bereavement")));
        _router.Recorder.Tables.BeforeApply = null;
        await RouteAsync(Said.Advisor(20, "Je vous rembourse 20 € demain."));
        await RouteAsync(Said.Customer(10, "mon père est décédé", -0.4, "bereavement", "bereavement"));
        Assert.Equal(2, _outlet.Cards.Count);
        Assert.Single(_outlet.Cards.Select(card => (card.BusId, card.Note)).Distinct());

        // Once told, nothing of what was said is left in the row.
        var row = Assert.Single(_router.Recorder.Tables.Dump(), entry => entry.Row.RowKey == _outlet.Cards[0].BusId).Row;
        Assert.Equal(["At", "Reason", "Skill"], row.Properties.Keys.Order());
    }

    [Fact]
    public async Task A_hand_over_that_was_asked_for_brings_its_reason_and_each_its_own_card()
    {
        await RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        await HandOverAsync("h-1", HandoverReason.EndOfShift);
        await RouteAsync(Said.Customer(30, "alors ?"));
        await HandOverAsync("h-2", HandoverReason.OtherSkill, "billing");
        Assert.Equal([HandoverReason.EndOfShift, HandoverReason.OtherSkill], _outlet.Cards.Select(card => card.Card.Reason));
        Assert.Equal(2, _outlet.Cards.Select(card => card.BusId).Distinct().Count());

        var card = (await _router.Rooms.Desk.ReadCardAsync(Key, TestContext.Current.CancellationToken))!;
        Assert.Equal((HandoverReason.OtherSkill, _router.Clock.GetUtcNow()), (card.Reason, card.At));
    }

    [Fact]
    public async Task From_a_bot_it_comes_when_the_customer_wants_a_person()
    {
        await RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"), Said.Bot(5, "Pouvez-vous la redémarrer ?"));
        await RouteAsync(Said.Customer(20, "c'est fait, rien ne change"));
        Assert.Empty(_outlet.Cards);
        await RouteAsync(Said.Customer(40, "je veux parler à une personne", -0.2, null, SignalNames.WantsHuman));
        var card = Assert.Single(_outlet.Cards).Card;
        Assert.Equal((HandoverReason.CustomerAsked, Said.Start.AddSeconds(40)), (card.Reason, card.At));
        Assert.Equal(StepOutcome.Failed, Assert.Single(card.Tried).Outcome);
        await RouteAsync(Said.Customer(60, "une personne !", -0.4, null, SignalNames.WantsHuman));
        Assert.Single(_outlet.Cards);
    }

    [Fact]
    public async Task From_a_bot_it_comes_when_the_bot_hands_over()
    {
        await RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"), Said.Bot(5, "Je vous passe un conseiller."));
        await HandOverAsync("h-1", HandoverReason.BeyondBot);
        Assert.Equal(HandoverReason.BeyondBot, Assert.Single(_outlet.Cards).Card.Reason);
    }

    [Fact]
    public async Task One_that_waited_meanwhile_brings_the_card_to_whoever_gets_it()
    {
        await RouteAsync(Said.Customer(0, "ma box clignote", -0.2, "internet_trouble"));
        await _router.SetPresentAsync(_ => false);
        await HandOverAsync("h-1", HandoverReason.OtherSkill, "billing");
        Assert.Empty(_outlet.Cards);
        await _router.SetPresentAsync(_ => true);
        var bus = new RecordingBus();
        await _router.JobAsync(bus);
        await DeliverAsync([.. bus.Sent.Where(sent => sent.Entity == Entities.Outcomes).Select(sent => sent.Message.Event!)]);
        Assert.Equal(HandoverReason.OtherSkill, Assert.Single(_outlet.Cards).Card.Reason);
    }

    private async Task<IReadOnlyList<ConversationEvent>> RouteAsync(params MessageAnalyzed[] messages)
    {
        var outcomes = await _router.RouteAsync(messages);
        await DeliverAsync(outcomes);
        return outcomes;
    }

    private async Task HandOverAsync(string id, HandoverReason reason, string? skill = null)
    {
        _router.Clock.Advance(TimeSpan.FromMinutes(1));
        _router.Bus.Sent.Clear();
        Assert.IsType<HandoverTaken.Done>(await _router.Rooms.Desk.HandOverAsync(
            Key, new(id, reason, skill, null, null), TestContext.Current.CancellationToken));
        await DeliverAsync([.. _router.Bus.Sent.Where(sent => sent.Entity == Entities.Outcomes).Select(sent => sent.Message.Event!)]);
    }

    private async Task DeliverAsync(IReadOnlyList<ConversationEvent> outcomes)
    {
        var tables = _router.Recorder.Tables;
        var reader = _router.Recorder.Reader;
        var policy = new SpeakingPolicy(Options.Create(new SuggestionOptions()), new BrandWeightsSource(tables, new FakeClock()));
        var stage = new DeliverStage(
            new([_outlet], new PlatformAccounts(Options.Create(new PlatformOptions()))), reader, new AudibleOutcome(policy, new FakeSources()), NullLogger<DeliverStage>.Instance,
            new HandoverTelling(tables, reader));
        foreach (var outcome in outcomes)
        {
            await stage.RunAsync(outcome, TestContext.Current.CancellationToken);
        }
    }

    private sealed class Outlet : IPlatformOutlet
    {
        public List<ConversationHandedOver> Cards { get; } = [];

        public string Platform => "generic";

        public bool Reaches(string account) => true;

        public Task DeliverAsync(string account, ConversationEvent outcome, CancellationToken cancellationToken)
        {
            Cards.AddRange(outcome is ConversationHandedOver card ? [card] : []);
            return Task.CompletedTask;
        }
    }
}
