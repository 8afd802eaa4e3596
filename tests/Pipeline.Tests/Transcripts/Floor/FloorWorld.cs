using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Contracts;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Tests.Suggestions.Speaking;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;
using Pipeline.Transcripts.Floor;

namespace Pipeline.Tests.Transcripts.Floor;

/// <summary>
/// One conversation in which customer, bot, advisors and redeliveries happen at once, over plain tables whose every operation may find that
/// somebody else was faster. What happens when is decided by a seed; who has the word is told from the stored messages as plainly as it can be.
/// </summary>
internal sealed class FloorWorld
{
    private const int DeepestNesting = 3;

    private readonly Random _random;
    private readonly InMemoryTables _plain = new();
    private readonly InterleavedTables _tables;
    private readonly RecordStage[] _recorders;
    private readonly FloorDesk[] _desks;
    private readonly List<Func<Task>> _waiting = [];
    private readonly List<(string Place, FloorHolder Holder)> _acts = [];
    private readonly Dictionary<FloorVersion, string> _granted = [];
    private readonly Dictionary<string, MessageAnalyzed> _read = [];
    private int _depth;
    private int _claims;

    public FloorWorld(int seed)
    {
        _random = new Random(seed);
        _tables = new InterleavedTables(_plain, LetOthersWorkAsync);
        _recorders = [new(_tables, NullLogger<RecordStage>.Instance), new(_tables, NullLogger<RecordStage>.Instance)];
        _desks = [new(_tables), new(_tables)];
    }

    /// <summary>How often leave was given, was refused for a person, and for what else.</summary>
    public (int Granted, int Person, int Other) Counts { get; private set; }

    public async Task RunAsync(IReadOnlyList<MessageAnalyzed> story, IReadOnlyList<(FloorHolder Holder, FloorCause Cause)> acts)
    {
        foreach (var message in story)
        {
            _waiting.Add(() => RecordAsync(message));
            if (_random.Next(3) == 0)
            {
                _waiting.Add(() => RecordAsync(message));
            }
        }

        _waiting.InsertRange(_waiting.Count / 2, acts.Select(act => (Func<Task>)(() => GiveAsync(act.Holder, act.Cause))));
        for (var number = 0; number < 5; number++)
        {
            _waiting.Insert(_random.Next(_waiting.Count), LookAsync);
        }

        while (_waiting.Count > 0)
        {
            await TakeOneAsync();
        }

        var end = await _desks[0].ReadAsync(Said.Conversation.Key, CancellationToken.None);
        Assert.Equal(Holder(), end!.Floor.Holder);
    }

    private async Task LetOthersWorkAsync()
    {
        if (_depth < DeepestNesting && _waiting.Count > 0 && _random.NextDouble() < 0.3)
        {
            _depth++;
            await TakeOneAsync();
            _depth--;
        }
    }

    private async Task TakeOneAsync()
    {
        // Mostly in the order in which it came up, sometimes in any.
        var index = _random.NextDouble() < 0.6 ? 0 : _random.Next(_waiting.Count);
        var action = _waiting[index];
        _waiting.RemoveAt(index);
        var before = (_tables.WasRead, _tables.WasApplied);
        (_tables.WasRead, _tables.WasApplied) = (null, null);
        await action();
        (_tables.WasRead, _tables.WasApplied) = before;
    }

    private Task<StageResult<MessageScored>> RecordAsync(MessageAnalyzed message) => _recorders[_random.Next(_recorders.Length)].RunAsync(message, CancellationToken.None);

    private async Task GiveAsync(FloorHolder holder, FloorCause cause)
    {
        _tables.WasApplied = () => _acts.Add((LastKey(), holder));
        await _desks[_random.Next(_desks.Length)].GiveAsync(Said.Conversation.Key, holder, cause, CancellationToken.None);
    }

    // The bot reads who has the word, thinks about its answer, and asks leave.
    private async Task LookAsync()
    {
        if (await _desks[0].ReadAsync(Said.Conversation.Key, CancellationToken.None) is { } standing)
        {
            var id = $"b-{_claims++}";
            _waiting.Insert(_random.Next(Math.Min(3, _waiting.Count + 1)), () => ClaimAsync(id, standing.Version));
        }
    }

    private async Task ClaimAsync(string id, FloorVersion version)
    {
        FloorHolder? atRead = null;
        FloorHolder? atGrant = null;
        _tables.WasRead = (_, _) => atRead = Holder();
        _tables.WasApplied = () => atGrant = Holder();
        var claim = await _desks[_random.Next(_desks.Length)].ClaimAsync(Said.Conversation.Key, id, version, CancellationToken.None);
        if (!claim.Granted)
        {
            Assert.Equal(claim.Refusal == FloorRefusal.PersonHasTheWord, atRead == FloorHolder.Human);
            Counts = claim.Refusal == FloorRefusal.PersonHasTheWord
                ? Counts with { Person = Counts.Person + 1 }
                : Counts with { Other = Counts.Other + 1 };
            return;
        }

        Assert.Equal(FloorHolder.Bot, atGrant);
        Assert.True(_granted.TryAdd(version, id) || _granted[version] == id, "Two messages have leave for one version.");
        Counts = Counts with { Granted = Counts.Granted + 1 };

        // It is sent, and its webhook comes some time; a bot that does not hear the answer asks again.
        var second = _random.Next(1, 120);
        _waiting.Add(() => RecordAsync(Said.Bot(second, "Avez-vous redémarré la box ?") with { MessageId = id }));
        if (_random.Next(3) == 0)
        {
            _waiting.Add(() => ClaimAsync(id, version));
        }
    }

    private string LastKey() => Messages().Where(message => message.TargetMessageId is null).Max(message => message.OrderKey)!;

    private FloorHolder Holder()
    {
        var all = Messages();
        var happenings = all.Select(message => (Place: message.OrderKey, Rank: 0, Holder: Gives(message, all)))
            .Concat(_acts.Select((act, number) => (act.Place, Rank: number + 1, Holder: (FloorHolder?)act.Holder)))
            .OrderBy(happening => happening.Place, StringComparer.Ordinal)
            .ThenBy(happening => happening.Rank);
        return happenings.Aggregate(FloorHolder.Bot, (holder, happening) => happening.Holder ?? holder);
    }

    private static FloorHolder? Gives(MessageAnalyzed message, List<MessageAnalyzed> all) => message switch
    {
        { Kind: MessageKind.Close } => FloorHolder.Bot,
        { Kind: MessageKind.Message, Sender.Role: SenderRole.Advisor } => FloorHolder.Human,

        // A wish that was edited or deleted away is none.
        { Kind: MessageKind.Message, Sender.Role: SenderRole.Customer } when message.Text.Contains("humain", StringComparison.Ordinal)
            && !all.Exists(change => change.TargetMessageId == message.MessageId) => FloorHolder.Human,
        _ => null,
    };

    private MessageAnalyzed Read(TableRow row) =>
        _read.TryGetValue($"{row.RowKey}|{row.ETag}", out var known) ? known : _read[$"{row.RowKey}|{row.ETag}"] = MessageRow.Read(row);

    private List<MessageAnalyzed> Messages() =>
    [
        .. _plain.Dump()
            .Where(entry => entry.Row.RowKey.StartsWith(ConversationRowKeys.MessagePrefix, StringComparison.Ordinal))
            .Select(entry => Read(entry.Row)),
    ];
}
