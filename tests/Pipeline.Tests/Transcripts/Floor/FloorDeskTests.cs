using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Support;
using Pipeline.Transcripts.Floor;

namespace Pipeline.Tests.Transcripts.Floor;

public sealed class FloorDeskTests
{
    private readonly Recorder _recorder = new();

    private FloorDesk Desk => new(_recorder.Tables);

    [Fact]
    public async Task A_bot_has_the_word_until_a_person_comes()
    {
        await _recorder.RecordAsync(Said.Customer(0, "bonjour"), Said.Bot(5, "Bonjour, que puis-je faire ?"), Said.Customer(10, "ma box"));
        await HasAsync(FloorHolder.Bot, FloorCause.Opening);
        await _recorder.RecordAsync(Said.Advisor(20, "Bonjour, ici Nadia."));
        await HasAsync(FloorHolder.Human, FloorCause.AdvisorWrote);
        await _recorder.RecordAsync(Said.Customer(30, "merci"), Said.Bot(40, "Notez-nous !"));
        await HasAsync(FloorHolder.Human, FloorCause.AdvisorWrote);
    }

    [Theory]
    [InlineData(null, "wants_human")]
    [InlineData("human_request", null)]
    public async Task A_wish_for_a_person_takes_the_word_at_once(string? intent, string? signal)
    {
        await _recorder.RecordAsync(Said.Customer(0, "je veux parler à quelqu'un", 0, intent, signal is null ? [] : [signal]));
        await HasAsync(FloorHolder.Human, FloorCause.PersonWanted);
    }

    [Fact]
    public async Task A_close_gives_it_back_and_an_earlier_one_that_comes_late_does_not()
    {
        await _recorder.RecordAsync(Said.Customer(0, "bonjour"), Said.Advisor(20, "Bonjour."), Said.Close(60));
        await HasAsync(FloorHolder.Bot, FloorCause.Closed);
        await _recorder.RecordAsync(Said.Customer(90, "encore moi"), Said.Advisor(100, "Oui ?"), Said.Close(80));
        await HasAsync(FloorHolder.Human, FloorCause.AdvisorWrote);
    }

    [Theory]
    [InlineData(FloorHolder.Human, FloorCause.Accepted)]
    [InlineData(FloorHolder.Human, FloorCause.HandedOver)]
    public async Task Who_accepts_has_it_until_the_close(FloorHolder holder, FloorCause cause)
    {
        await _recorder.RecordAsync(Said.Customer(0, "bonjour"));
        await Desk.GiveAsync(Said.Conversation.Key, holder, cause, TestContext.Current.CancellationToken);
        await _recorder.RecordAsync(Said.Customer(10, "allô ?"));
        await HasAsync(holder, cause);
        await _recorder.RecordAsync(Said.Close(60));
        await HasAsync(FloorHolder.Bot, FloorCause.Closed);
    }

    [Fact]
    public async Task Who_hands_back_gives_it_to_the_bot_until_a_person_writes_again()
    {
        await _recorder.RecordAsync(Said.Customer(0, "bonjour"), Said.Advisor(10, "Bonjour."));
        await Desk.GiveAsync(Said.Conversation.Key, FloorHolder.Bot, FloorCause.HandedBack, TestContext.Current.CancellationToken);
        await HasAsync(FloorHolder.Bot, FloorCause.HandedBack);

        // What was said before, and only becomes known now, was seen by whoever handed back.
        await _recorder.RecordAsync(Said.Advisor(5, "Un instant."));
        await HasAsync(FloorHolder.Bot, FloorCause.HandedBack);
        await _recorder.RecordAsync(Said.Advisor(20, "Me revoilà."));
        await HasAsync(FloorHolder.Human, FloorCause.AdvisorWrote);
    }

    [Fact]
    public async Task Leave_is_given_to_one_message_for_one_version()
    {
        await _recorder.RecordAsync(Said.Customer(0, "bonjour"));
        var version = (await ReadAsync()).Version;
        Assert.True((await ClaimAsync("b-1", version)).Granted);
        Assert.True((await ClaimAsync("b-1", version)).Granted);
        Assert.Equal(FloorRefusal.AlreadyClaimed, (await ClaimAsync("b-2", version)).Refusal);

        await _recorder.RecordAsync(Said.Customer(10, "ma box"));
        Assert.Equal(FloorRefusal.ConversationMovedOn, (await ClaimAsync("b-1", version)).Refusal);
        Assert.True((await ClaimAsync("b-2", (await ReadAsync()).Version)).Granted);
    }

    [Fact]
    public async Task Leave_that_was_given_is_taken_back_when_a_person_comes_before_the_bot_asks_again()
    {
        await _recorder.RecordAsync(Said.Customer(0, "bonjour"));
        var version = (await ReadAsync()).Version;
        Assert.True((await ClaimAsync("b-1", version)).Granted);
        await Desk.GiveAsync(Said.Conversation.Key, FloorHolder.Human, FloorCause.Accepted, TestContext.Current.CancellationToken);
        var claim = await ClaimAsync("b-1", version);
        Assert.Equal((FloorRefusal.PersonHasTheWord, FloorCause.Accepted), (claim.Refusal, claim.Standing!.Floor.Cause));
    }

    [Fact]
    public async Task What_is_not_known_has_no_floor()
    {
        var cancel = TestContext.Current.CancellationToken;
        Assert.Null(await Desk.ReadAsync("generic~demo~nobody", cancel));
        Assert.Null(await Desk.GiveAsync("generic~demo~nobody", FloorHolder.Human, FloorCause.Accepted, cancel));
        Assert.False((await Desk.ClaimAsync("generic~demo~nobody", "b", new("k", 1), cancel)).Granted);
    }

    [Fact]
    public async Task What_the_customer_gave_stays_known_beyond_the_window()
    {
        await _recorder.RecordAsync(Said.Customer(0, "commande [ORDER_NUMBER_1]") with { Masked = ["order_number"] });
        await _recorder.RecordAsync([.. Enumerable.Range(1, 12).Select(second => Said.Customer(second, "et alors ?"))]);
        var state = await _recorder.Reader.ReadStateAsync(Said.Conversation.Key, TestContext.Current.CancellationToken);
        Assert.Equal(["order_number"], state!.KnownSlots);
    }

    private async Task<FloorStanding> ReadAsync() => (await Desk.ReadAsync(Said.Conversation.Key, TestContext.Current.CancellationToken))!;

    private Task<FloorClaim> ClaimAsync(string id, FloorVersion version) =>
        Desk.ClaimAsync(Said.Conversation.Key, id, version, TestContext.Current.CancellationToken);

    private async Task HasAsync(FloorHolder holder, FloorCause cause)
    {
        var floor = (await ReadAsync()).Floor;
        Assert.Equal((holder, cause), (floor.Holder, floor.Cause));
        var standing = await _recorder.Reader.ReadStandingAsync(Said.Conversation.Key, TestContext.Current.CancellationToken);
        Assert.Equal(floor, standing!.Floor);
    }
}
