using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Pipeline.Capture;
using Pipeline.Contracts;
using Pipeline.Delivery;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Routing;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Feedback;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;
using Pipeline.Suggestions.Replies;
using Pipeline.Suggestions.Speaking;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;

namespace Pipeline.Tests.Suggestions.Speaking;

/// <summary>
/// One conversation in which everything happens at once: the stages, the desk and the feedback of the product over plain tables, whose every
/// operation may find that somebody else was faster. What happens when is decided by a seed.
/// </summary>
internal sealed class RaceWorld
{
    private const int DeepestNesting = 3;

    private readonly Random _random;
    private readonly InMemoryTables _plain = new();
    private readonly InterleavedTables _tables;
    private readonly Facts _facts;
    private readonly RecordStage[] _recorders;
    private readonly SuggestStage _suggest;
    private readonly DeliverStage _deliver;
    private readonly SuggestionDesk _desk;
    private readonly FeedbackRecorder _feedback;
    private readonly List<Func<Task>> _waiting = [];
    private int _depth;
    private int _feedbacks;

    public RaceWorld(int seed, PhraseLibrary library, IReadOnlyList<TableRow> phrases)
    {
        _random = new Random(seed);
        foreach (var phrase in phrases)
        {
            _plain.ApplyAsync(TableNames.Phrases, phrase.PartitionKey, [new TableChange.Insert(phrase)], CancellationToken.None);
        }

        _tables = new InterleavedTables(_plain, LetOthersWorkAsync);
        _facts = new Facts(_plain);
        var options = Options.Create(new SuggestionOptions());
        var policy = new SpeakingPolicy(options, new BrandWeightsSource(_plain, new FakeClock()));
        var sources = new LibrarySources(
            library,
            new(_plain, new FakeClock(), NullLogger<KnowledgeLibrary>.Instance),
            new(new(_plain, new(null), new FakeClock()), new FakeClock(), NullLogger<ReplyLibrary>.Instance),
            _tables,
            new FakeClock());
        var reader = new TranscriptReader(_tables);
        _recorders = [new(_tables, NullLogger<RecordStage>.Instance), new(_tables, NullLogger<RecordStage>.Instance)];
        _suggest = new([library], _tables, options, NullLogger<SuggestStage>.Instance);
        _deliver = new(new([new Outlet()], new PlatformAccounts(Options.Create(new PlatformOptions()))), reader, new AudibleOutcome(policy, sources), NullLogger<DeliverStage>.Instance);
        _desk = new(_tables, reader, sources, policy);
        _feedback = new(_tables, reader, sources, new FakeClock());
    }

    /// <summary>How often a suggestion was taken, was refused, reached the platform, and stood in the end.</summary>
    public (int Taken, int Refused, int Delivered, int Standing) Counts { get; private set; }

    public async Task RunAsync(IReadOnlyList<MessageAnalyzed> story, string? transferAt, string? retired)
    {
        foreach (var message in story)
        {
            _waiting.Add(() => RecordAsync(message));
        }

        if (transferAt is not null)
        {
            _waiting.Add(() => TransferAsync(transferAt));
        }

        if (retired is not null)
        {
            _waiting.Add(() => _plain.ApplyAsync(TableNames.Phrases, "fr", [new TableChange.Delete(retired)], CancellationToken.None));
        }

        for (var number = 0; number < 6; number++)
        {
            _waiting.Add(LookAsync);
        }

        while (_waiting.Count > 0)
        {
            await TakeOneAsync();
        }

        await NothingIsLostAsync();
    }

    private async Task LetOthersWorkAsync()
    {
        if (_depth < DeepestNesting && _waiting.Count > 0 && _random.NextDouble() < 0.25)
        {
            _depth++;
            await TakeOneAsync();
            _depth--;
        }
    }

    private Task TakeOneAsync()
    {
        // Mostly in the order in which it came up, sometimes in any.
        var index = _random.NextDouble() < 0.6 ? 0 : _random.Next(_waiting.Count);
        var action = _waiting[index];
        _waiting.RemoveAt(index);
        return action();
    }

    private async Task RecordAsync(MessageAnalyzed message)
    {
        var result = await _recorders[_random.Next(_recorders.Length)].RunAsync(message, CancellationToken.None);
        foreach (var scored in ((StageResult<MessageScored>.GoOn)result).Messages)
        {
            if (ConversationFlow.Topology.Takes(Entities.Conversations, scored.Properties)
                && scored.Message is { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer })
            {
                _waiting.Add(() => SuggestAsync(scored));
            }
        }
    }

    private async Task SuggestAsync(MessageScored scored)
    {
        if (await _suggest.RunAsync(scored, CancellationToken.None) is StageResult<RepliesSuggested>.GoOn { Messages: var said })
        {
            _waiting.AddRange(said.Select(outcome => (Func<Task>)(() => DeliverAsync(outcome))));
        }
    }

    private async Task DeliverAsync(RepliesSuggested outcome)
    {
        var (end, why) = await WatchAsync(
            () => _deliver.RunAsync(outcome, CancellationToken.None),
            () => outcome.Suggestions.Count > 0 ? _facts.WhyStale(outcome.OrderKey, outcome.Position) : null);
        if (end is StageResult<Nothing>.Stop { Reason: "Delivered." })
        {
            Assert.True(why is null, $"Delivered although {why}.");
            Counts = Counts with { Delivered = Counts.Delivered + 1 };
        }
    }

    private async Task LookAsync()
    {
        if (await _desk.ReadAsync(Said.Conversation.Key, CancellationToken.None) is { Version: { } version, Suggestions: { Count: > 0 } shown })
        {
            // The advisor takes their time, and may take what the desk already greys out.
            var suggestion = shown[_random.Next(shown.Count)];
            _waiting.Add(() => UseAsync(version, suggestion));
        }
    }

    private async Task UseAsync(SuggestionVersion version, Suggestion suggestion)
    {
        var kind = _random.Next(2) == 0 ? FeedbackKind.Inserted : FeedbackKind.Sent;
        var given = new FeedbackGiven($"f-{_feedbacks++}", kind, suggestion.Id, version.OrderKey, version.Position);
        var wasThere = true;
        var (taken, why) = await WatchAsync(
            () => _feedback.RecordAsync(Said.Conversation.Key, given, CancellationToken.None),
            () => _facts.WhyStale(version.OrderKey, version.Position),
            () => wasThere = _facts.IsInLibrary(suggestion.Source));
        switch (taken)
        {
            case FeedbackTaken.Kept:
                Assert.True(why is null, $"Taken although {why}.");
                Assert.True(wasThere, "Taken although its phrase was retired.");
                Counts = Counts with { Taken = Counts.Taken + 1 };
                break;
            case FeedbackTaken.Refused { Reason: var reason }:
                Assert.True(why is not null || !wasThere, $"Refused for {reason}, although it answers the conversation.");
                Counts = Counts with { Refused = Counts.Refused + 1 };
                break;
            default:
                Assert.True(why is not null, $"{taken} although it answers the conversation.");
                break;
        }
    }

    /// <summary>Runs something, and says how the facts were at the moment when it last read the heads of the conversation.</summary>
    private async Task<(T Result, string? Why)> WatchAsync<T>(Func<Task<T>> run, Func<string?> facts, Action? atPhrase = null)
    {
        string? why = null;
        var before = _tables.WasRead;
        _tables.WasRead = (table, key) =>
        {
            if (table == TableNames.Phrases)
            {
                atPhrase?.Invoke();
            }
            else if (key == ConversationRowKeys.Head)
            {
                why = facts();
            }
        };
        try
        {
            return (await run(), why);
        }
        finally
        {
            _tables.WasRead = before;
        }
    }

    private async Task TransferAsync(string at)
    {
        AssignmentStep Step(string from, string advisor) => new(from, new RoutingNeed("general", 1, "fr", "boreal"), advisor);
        var steps = new[] { Step("", "a-nadia"), Step(at, "a-omar") };
        var assignment = new Assignment
        {
            Steps = steps,
            View = new AssignmentView
            {
                Status = AssignmentStatus.Assigned,
                AdvisorId = "a-omar",
                TransferredAt = Assignment.TransferOf(steps),
                Decision = new RoutingDecision { Hard = false, Difficulty = 0, Skill = "general", Level = 1, Urgent = false, Reasons = [], RulesVersion = "1" },
            },
        };
        await _plain.ApplyAsync(TableNames.Conversations, Said.Conversation.Key, [assignment.Over(Said.Conversation.Key, null)], CancellationToken.None);
        _facts.TransferredAt = at;
    }

    /// <summary>When all is done, what answers the conversation is on the desk, and can be used.</summary>
    private async Task NothingIsLostAsync()
    {
        var view = await _desk.ReadAsync(Said.Conversation.Key, CancellationToken.None);
        if (_facts.Owed() is not { } owed)
        {
            Assert.True(view?.Version is null || view.Withdrawn is not null || view.Suggestions.Count == 0, "Something stands that answers nothing.");
            return;
        }

        Assert.Equal((owed.OrderKey, owed.Position), (view!.Version!.OrderKey, view.Version.Position));
        Assert.Null(view.Withdrawn);
        var row = await _plain.ReadAsync(
            TableNames.Conversations, Said.Conversation.Key, ConversationRowKeys.Suggestions(owed.OrderKey), CancellationToken.None);
        Assert.Equal(row!.Text("Suggestions") == "[]", view.Suggestions.Count == 0);
        Counts = Counts with { Standing = Counts.Standing + (view.Suggestions.Count > 0 ? 1 : 0) };
        foreach (var suggestion in view.Suggestions.Where(suggestion => _facts.IsInLibrary(suggestion.Source)))
        {
            Assert.IsType<FeedbackTaken.Kept>(await _feedback.RecordAsync(
                Said.Conversation.Key,
                new($"last-{suggestion.Id}", FeedbackKind.Inserted, suggestion.Id, owed.OrderKey, owed.Position),
                CancellationToken.None));
        }
    }

    private sealed class Outlet : IPlatformOutlet
    {
        public string Platform => "generic";

        public bool Reaches(string account) => true;

        public Task DeliverAsync(string account, ConversationEvent outcome, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
