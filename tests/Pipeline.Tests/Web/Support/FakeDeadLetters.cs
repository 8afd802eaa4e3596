using Pipeline.Ports;

namespace Pipeline.Tests.Web.Support;

/// <summary>Dead letters that a test puts in, listed as the bus lists them.</summary>
public sealed class FakeDeadLetters : IDeadLetters
{
    private readonly List<DeadLetter> _letters = [];

    public List<string> Done { get; } = [];

    public IEnumerable<long> Left => _letters.Select(letter => letter.SequenceNumber);

    public void Add(string source, long number, byte[] body, string conversation = "generic~demo~c-42") => _letters.Add(new DeadLetter(
        source,
        number,
        new BusMessage($"id-{number}", body, new Dictionary<string, string> { ["brand"] = "boreal" }, conversation),
        "Refused",
        "It is no message.",
        3,
        new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero),
        new DateTimeOffset(2026, 3, 2, 9, 0, 30, TimeSpan.Zero)));

    public Task<IReadOnlyList<DeadLetter>> ListAsync(
        string source, long afterSequenceNumber, int maxMessages, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DeadLetter>>(
            [.. _letters.Where(letter => letter.Source == source && letter.SequenceNumber > afterSequenceNumber).Take(maxMessages)]);

    public Task<int> ReplayAsync(string source, IReadOnlyList<long> sequenceNumbers, CancellationToken cancellationToken) =>
        TakeAsync("replay", source, sequenceNumbers);

    public Task<int> PurgeAsync(string source, IReadOnlyList<long> sequenceNumbers, CancellationToken cancellationToken) =>
        TakeAsync("purge", source, sequenceNumbers);

    private Task<int> TakeAsync(string done, string source, IReadOnlyList<long> numbers)
    {
        Done.Add($"{done} {source} {string.Join(',', numbers)}");
        return Task.FromResult(_letters.RemoveAll(letter => letter.Source == source && numbers.Contains(letter.SequenceNumber)));
    }
}
