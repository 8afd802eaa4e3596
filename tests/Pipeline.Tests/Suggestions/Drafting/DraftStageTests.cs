using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Drafting;
using Pipeline.Suggestions.Library;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Suggestions.Drafting;

public sealed class DraftStageTests : IAsyncLifetime, IReplyDrafter, IConversationReader, IDraftFacts
{
    private readonly InMemoryTables _tables = new();
    private readonly FakeClock _clock = new();
    private readonly RecordingBus _bus = new();
    private readonly PhraseLibrary _library;
    private readonly MessageScored _scored = new Chat("fr").Customer("ma box a un voyant rouge", "internet_trouble").Scored();
    private readonly SuggestionOptions _settings = new();
    private int _asked;
    private ConversationState? _head;
    private string _fact = "Si le voyant est rouge, débranchez la box 30 secondes.";
    private string _answer = """{"sentences":[{"text":"Débranchez la box 30 secondes.","source":"article:a"},{"text":"Bonne journée !","source":null}]}""";

    public DraftStageTests()
    {
        _library = new(_tables, _clock, NullLogger<PhraseLibrary>.Instance);
        _head = _scored.State;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DraftingOptions On => new() { Endpoint = "https://models.example.org/v1", Model = "m" };

    public async ValueTask InitializeAsync() => await new PhraseSeed(_tables, NullLogger<PhraseSeed>.Instance).PlantAsync(Cancel);

    public ValueTask DisposeAsync()
    {
        _library.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_draft_joins_the_suggestions_with_the_source_of_each_sentence()
    {
        await SuggestAsync(On);
        var replies = await DraftAsync();

        var draft = replies!.Suggestions[^1];
        Assert.Equal("draft", draft.Source);
        Assert.Equal(["article:a", "not sourced"], draft.Sentences!.Select(sentence => sentence.Source));
        Assert.True(replies.Replaces);
        Assert.InRange(replies.Suggestions.Count, 1, 3);

        // Run again, it sends what stands and asks nobody.
        Assert.Equal(replies.Suggestions.Select(suggestion => suggestion.Id), (await DraftAsync())!.Suggestions.Select(suggestion => suggestion.Id));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_draft_is_asked_for_once_it_is_quiet()
    {
        await SuggestAsync(On);

        var (entity, message) = Assert.Single(_bus.Sent);
        Assert.Equal(("drafts", _clock.GetUtcNow() + TimeSpan.FromSeconds(3)), (entity, message.ScheduledFor));
    }

    [Fact]
    public async Task Where_drafting_is_off_nothing_is_asked_for()
    {
        await SuggestAsync(new DraftingOptions());

        Assert.Empty(_bus.Sent);
    }

    [Fact]
    public async Task A_conversation_that_moved_on_gets_no_draft()
    {
        await SuggestAsync(On);
        _head = _scored.State with { Position = _scored.Position + 1 };

        Assert.Null(await DraftAsync());
        Assert.Equal(0, _asked);
    }

    [Fact]
    public async Task A_refused_draft_leaves_the_suggestions_as_they_are()
    {
        await SuggestAsync(On);
        _answer = """{"sentences":[{"text":"Vous serez remboursé de 50 €.","source":"article:a"}]}""";

        Assert.Null(await DraftAsync());
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_draft_proposes_the_telephone_only_where_every_reply_may()
    {
        _fact = "Le service technique répond au 01 99 00 12 34.";
        _answer = """{"sentences":[{"text":"Le service technique répond au 01 99 00 12 34.","source":"article:a"}]}""";
        await SuggestAsync(On);

        Assert.Null(await DraftAsync());
        Assert.Equal(1, _asked);

        _settings.Contacts.PhoneChannels.Add(_scored.Conversation.Channel);
        _settings.Contacts.Numbers.Add(new() { Number = "01 99 00 12 34" });
        Assert.NotNull(await DraftAsync());
    }

    ValueTask<string> IReplyDrafter.DraftAsync(DraftPrompt prompt, CancellationToken cancellationToken)
    {
        _asked++;
        return ValueTask.FromResult(_answer);
    }

    Task<ConversationState?> IConversationReader.ReadStateAsync(string conversationKey, CancellationToken cancellationToken) => Task.FromResult(_head);

    ValueTask<IReadOnlyList<DraftFact>> IDraftFacts.FindAsync(MessageScored message, string language, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<DraftFact>>([new("article:a", _fact)]);

    private CheckedDrafter Drafter(DraftingOptions options) =>
        new(WrittenDraft.Guard, Options.Create(options), _clock, NullLogger<CheckedDrafter>.Instance, this);

    private async Task SuggestAsync(DraftingOptions options)
    {
        var requests = new DraftRequests(_bus, Drafter(options), Options.Create(options), _clock);
        await new SuggestStage([_library], _tables, Options.Create(new SuggestionOptions()), NullLogger<SuggestStage>.Instance, requests).RunAsync(_scored, Cancel);
    }

    private async Task<RepliesSuggested?> DraftAsync() =>
        await new DraftStage(Drafter(On), this, _tables, [this], Options.Create(_settings)).RunAsync(_scored, Cancel) is StageResult<RepliesSuggested>.GoOn goOn ? goOn.Messages[0] : null;
}
