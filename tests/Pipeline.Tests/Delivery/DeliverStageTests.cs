using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Contracts;
using Pipeline.Delivery;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Speaking;
using Pipeline.Tests.Capture.Platforms;
using Pipeline.Tests.Support;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Delivery;

public sealed class DeliverStageTests
{
    private static readonly Conversation Conversation = SampleOutcomes.Conversation("fake", "desk");
    private readonly FakeOutlet _outlet = new();
    private readonly FakeSources _sources = new();

    [Fact]
    public async Task Suggestions_for_the_last_message_are_delivered()
    {
        await RunAsync(SampleOutcomes.Suggested(Conversation), State(Answered()));
        Assert.Single(_outlet.Delivered);
    }

    [Theory]
    [InlineData(SenderRole.Customer, false)]
    [InlineData(SenderRole.Advisor, false)]
    [InlineData(SenderRole.Bot, true)]
    [InlineData(SenderRole.System, true)]
    public async Task A_later_word_of_the_customer_or_an_advisor_makes_suggestions_stale(SenderRole role, bool delivered)
    {
        await RunAsync(SampleOutcomes.Suggested(Conversation), State(Answered(), Turn("41208", role, seconds: 5)));
        Assert.Equal(delivered, _outlet.Delivered.Count == 1);
    }

    [Fact]
    public async Task At_one_instant_the_id_tells_what_is_later()
    {
        await RunAsync(SampleOutcomes.Suggested(Conversation), State(Answered(), Turn("41208", SenderRole.Customer, seconds: 0)));
        Assert.Empty(_outlet.Delivered);
        await RunAsync(SampleOutcomes.Suggested(Conversation), State(Turn("41206", SenderRole.Customer, seconds: 0), Answered()));
        Assert.Single(_outlet.Delivered);
    }

    [Fact]
    public async Task What_was_said_before_does_not_matter()
    {
        await RunAsync(
            SampleOutcomes.Suggested(Conversation),
            State(Turn("1", SenderRole.Customer, -60), Turn("2", SenderRole.Advisor, -30), Answered()));
        Assert.Single(_outlet.Delivered);
    }

    [Fact]
    public async Task Suggestions_for_a_message_that_is_gone_are_not_delivered()
    {
        await RunAsync(SampleOutcomes.Suggested(Conversation), State(Turn("1", SenderRole.Customer, -60)));
        await RunAsync(SampleOutcomes.Suggested(Conversation), null);
        Assert.Empty(_outlet.Delivered);
    }

    [Fact]
    public async Task No_suggestions_are_delivered_when_others_may_stand_at_the_platform()
    {
        await RunAsync(SampleOutcomes.Suggested(Conversation) with { Suggestions = [], Replaces = true }, State(Answered()));
        Assert.Single(_outlet.Delivered);
    }

    [Fact]
    public async Task That_nothing_is_suggested_any_more_is_told_even_when_the_answered_message_was_deleted()
    {
        await RunAsync(
            SampleOutcomes.Suggested(Conversation) with { Suggestions = [], Replaces = true }, State(Answered() with { Deleted = true }));
        Assert.Single(_outlet.Delivered);
    }

    [Fact]
    public async Task Suggestions_made_from_less_than_is_known_now_are_not_delivered()
    {
        await RunAsync(SampleOutcomes.Suggested(Conversation, position: 3), State(Answered() with { Position = 4 }));
        Assert.Empty(_outlet.Delivered);
    }

    [Fact]
    public async Task Only_what_is_sure_enough_for_the_level_and_still_in_the_library_is_delivered()
    {
        var strict = new SpeakingOptions { Confirmed = new LevelOptions { MinimumScore = 0.8, MaxSuggestions = 3 } };
        await RunAsync(SampleOutcomes.Suggested(Conversation), State(Answered()), strict);
        Assert.Equal("s-1", Assert.Single(Assert.IsType<RepliesSuggested>(Assert.Single(_outlet.Delivered)).Suggestions).Id);
        _sources.Retired.Add("phrase:fr-greeting-02");
        await RunAsync(SampleOutcomes.Suggested(Conversation), State(Answered()), strict);
        Assert.Single(_outlet.Delivered);
    }

    [Fact]
    public async Task After_the_close_only_the_given_back_place_is_told()
    {
        var closed = State(Answered()) with { Closed = true };
        await RunAsync(SampleOutcomes.Suggested(Conversation), closed);
        await RunAsync(SampleOutcomes.Routed(Conversation, AssignmentStatus.Assigned), closed);
        await RunAsync(SampleOutcomes.Routed(Conversation, AssignmentStatus.Waiting), closed);
        Assert.Empty(_outlet.Delivered);
        await RunAsync(SampleOutcomes.Routed(Conversation, AssignmentStatus.Released), closed);
        Assert.Single(_outlet.Delivered);
    }

    [Theory]
    [InlineData(FloorHolder.Bot, FloorCause.Opening, true)]
    [InlineData(FloorHolder.Human, FloorCause.PersonWanted, true)]
    [InlineData(FloorHolder.Human, FloorCause.AdvisorWrote, false)]
    [InlineData(FloorHolder.Human, FloorCause.Accepted, false)]
    [InlineData(FloorHolder.Human, FloorCause.HandedOver, false)]
    public async Task What_a_bot_may_say_out_of_hours_is_cut_at_the_moment_of_sending_once_a_person_has_taken_over(
        FloorHolder holder, FloorCause cause, bool isTold)
    {
        await RunAsync(
            SampleOutcomes.Routed(Conversation, AssignmentStatus.Waiting) with { OutOfHours = new(null, "Nous ouvrons à 8 h.", "We open at 8.") },
            State(Answered()) with { Floor = new(holder, cause, "20260304T0814020000000-41207") });
        Assert.Equal(isTold, Assert.IsType<ConversationRouted>(Assert.Single(_outlet.Delivered)).OutOfHours is not null);
    }

    [Fact]
    public async Task An_assignment_is_delivered_whatever_was_said_since()
    {
        await RunAsync(SampleOutcomes.Routed(Conversation), State(Answered(), Turn("41208", SenderRole.Advisor, seconds: 5)));
        Assert.Single(_outlet.Delivered);
    }

    [Fact]
    public async Task An_account_without_an_address_and_a_platform_without_an_outlet_end_the_path()
    {
        var elsewhere = SampleOutcomes.Conversation("other", "desk");
        Assert.IsType<StageResult<Nothing>.Stop>(await RunAsync(SampleOutcomes.Routed(elsewhere), State(Answered())));
        var silent = SampleOutcomes.Conversation("fake", "silent");
        Assert.IsType<StageResult<Nothing>.Stop>(await RunAsync(SampleOutcomes.Routed(silent), State(Answered())));
        Assert.Empty(_outlet.Delivered);
    }

    [Fact]
    public async Task A_refusal_of_the_platform_goes_to_the_dead_letters_with_its_reason()
    {
        _outlet.Failure = new PlatformRefusedException("answered 404");
        var result = await RunAsync(SampleOutcomes.Suggested(Conversation), State(Answered()));
        Assert.Equal("answered 404", Assert.IsType<StageResult<Nothing>.Refuse>(result).Reason);
    }

    [Fact]
    public async Task A_platform_that_is_down_is_tried_again()
    {
        _outlet.Failure = new HttpRequestException("answered 503");
        await Assert.ThrowsAsync<HttpRequestException>(() => RunAsync(SampleOutcomes.Suggested(Conversation), State(Answered())));
    }

    [Fact]
    public async Task What_is_no_outcome_is_refused()
    {
        var captured = new MessageCaptured
        {
            Conversation = Conversation,
            MessageId = "1",
            Kind = MessageKind.Message,
            Sender = new Sender(SenderRole.Customer),
            SentAt = SampleOutcomes.AnsweredAt,
        };
        Assert.IsType<StageResult<Nothing>.Refuse>(await RunAsync(captured, State(Answered())));
    }

    private static Turn Answered() => Turn("41207", SenderRole.Customer, seconds: 0);

    private static Turn Turn(string id, SenderRole role, int seconds) =>
        new() { MessageId = id, Role = role, SentAt = SampleOutcomes.AnsweredAt.AddSeconds(seconds), Text = "…" };

    private static ConversationState State(params Turn[] window) => new() { Window = window };

    private Task<StageResult<Nothing>> RunAsync(ConversationEvent outcome, ConversationState? state) =>
        RunAsync(outcome, state, new SpeakingOptions());

    private Task<StageResult<Nothing>> RunAsync(ConversationEvent outcome, ConversationState? state, SpeakingOptions speaking) =>
        new DeliverStage(
                new([_outlet], new PlatformAccounts(Options.Create(new PlatformOptions()))),
                new FakeReader(state),
                new AudibleOutcome(new SpeakingPolicy(
                        Options.Create(new SuggestionOptions { Speaking = speaking }),
                        new BrandWeightsSource(new InMemoryTables(), new FakeClock())), _sources),
                NullLogger<DeliverStage>.Instance)
            .RunAsync(outcome, TestContext.Current.CancellationToken);

    private sealed class FakeReader(ConversationState? state) : IStandingReader
    {
        public Task<ConversationStanding?> ReadStandingAsync(string conversationKey, CancellationToken cancellationToken) =>
            Task.FromResult(state is null ? null : new ConversationStanding(Conversation, state, null));
    }

    private sealed class FakeOutlet : IPlatformOutlet
    {
        public List<ConversationEvent> Delivered { get; } = [];

        public Exception? Failure { get; set; }

        public string Platform => "fake";

        public bool Reaches(string account) => account == "desk";

        public Task DeliverAsync(string account, ConversationEvent outcome, CancellationToken cancellationToken)
        {
            if (Failure is not null)
            {
                throw Failure;
            }

            Delivered.Add(outcome);
            return Task.CompletedTask;
        }
    }
}
