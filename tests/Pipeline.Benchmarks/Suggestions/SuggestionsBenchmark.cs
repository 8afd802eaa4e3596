using System.Globalization;
using Pipeline.Messages;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Candidates;

namespace Pipeline.Benchmarks.Suggestions;

/// <summary>
/// Three suggestions for a scored message from 10,000 phrases and 100,000 past replies: time, allocations and memory; the same with every candidate
/// compared, which is the floor that the choice is held against; and a phrase and a reply added while somebody reads.
/// </summary>
internal sealed class SuggestionsBenchmark(int calls, int phraseCount, int replyCount)
{
    private const string Language = "fr";
    private const int WarmUp = 1_500;
    private const int ComparedWithAll = 150;
    private const int Changes = 50;

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly SuggestionOptions _options = new();
    private readonly SyntheticLibrary _library = new(Language);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var asked = await AskedMessages.ReadAsync(Language, cancellationToken);
        Print($"{asked.Count} messages with {asked.Turns:F1} turns on average, again and again with another word at the end");
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var started = _clock.GetTimestamp();
        var phrases = CandidateCollection.Of(Language, _library.Some(CandidateKind.Phrase, phraseCount));
        var replies = CandidateCollection.Of(Language, _library.Some(CandidateKind.Reply, replyCount));
        Print($"{phrases.Count:N0} phrases and {replies.Count:N0} replies indexed in {_clock.GetElapsedTime(started).TotalSeconds:F1} s");
        var index = new CandidateIndex(Language, [phrases, replies]);
        Suggest(index, asked, 0, WarmUp, null, null);
        Print($"memory: {(GC.GetTotalMemory(forceFullCollection: true) - before) / 1048576.0:F0} MiB, texts and what reading lends included");

        // On a thread of its own, so that it has a core's time to itself as the kernel counts it.
        await Task.Factory.StartNew(() => Measure(index, asked), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await ChangeAsync("phrase", phrases, changed => new CandidateIndex(Language, [changed, replies]), CandidateKind.Phrase, asked);
        await ChangeAsync("reply", replies, changed => new CandidateIndex(Language, [phrases, changed]), CandidateKind.Reply, asked);
    }

    private void Measure(CandidateIndex index, AskedMessages asked)
    {
        CallTimes passed = new(), onCore = new();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Suggest(index, asked, WarmUp, calls, null, null);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        Suggest(index, asked, WarmUp + calls, calls, passed, onCore);
        Print($"three suggestions: {passed}; time on the core: {onCore}; {allocated / calls / 1024.0:F1} KiB allocated a call");

        var all = new CandidateIndex(index.Language, index.Collections) { ComparesAll = true };
        var first = WarmUp + (2 * calls);
        CallTimes allPassed = new(), allOnCore = new();
        Suggest(all, asked, first, ComparedWithAll, allPassed, allOnCore);
        var same = Enumerable.Range(first, ComparedWithAll)
            .Count(number => Sources(index, asked.Fresh(number)).SequenceEqual(Sources(all, asked.Fresh(number))));
        var alone = Enumerable.Range(first, ComparedWithAll).Count(number =>
            Sources(Phrases(index), asked.Fresh(number)).SequenceEqual(Sources(Phrases(all), asked.Fresh(number))));
        Print($"each candidate compared: {allPassed}; time on the core: {allOnCore}");
        Print($"{same} of {ComparedWithAll} messages get the same suggestions in the same order, {alone} of the phrases alone");
    }

    private IEnumerable<string> Sources(CandidateIndex index, MessageScored message) =>
        ReplySuggester.Suggest(message, index, _options).Select(suggestion => suggestion.Source);

    private static CandidateIndex Phrases(CandidateIndex index) =>
        new(index.Language, [index.Collections[0]]) { ComparesAll = index.ComparesAll };

    private void Suggest(CandidateIndex index, AskedMessages asked, int first, int count, CallTimes? passed, CallTimes? onCore)
    {
        var core = new ThreadClock();
        for (var number = first; number < first + count; number++)
        {
            var message = asked.Fresh(number);
            var coreBefore = passed is null ? 0 : core.Now();
            var started = _clock.GetTimestamp();
            ReplySuggester.Suggest(message, index, _options);
            passed?.Add(_clock.GetElapsedTime(started).TotalMicroseconds);
            onCore?.Add(core.Now() - coreBefore);
        }
    }

    private async Task ChangeAsync(
        string what, CandidateCollection collection, Func<CandidateCollection, CandidateIndex> index, CandidateKind kind, AskedMessages asked)
    {
        var current = index(collection);
        using var stop = new CancellationTokenSource();
        CallTimes reading = new(), changing = new();
        var reader = Task.Factory.StartNew(
            () =>
            {
                for (var number = 0; !stop.IsCancellationRequested; number++)
                {
                    var started = _clock.GetTimestamp();
                    ReplySuggester.Suggest(asked.Fresh(number), Volatile.Read(ref current), _options);
                    reading.Add(_clock.GetElapsedTime(started).TotalMicroseconds);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        for (var change = 0; change < Changes; change++)
        {
            var candidate = _library.One(kind, 5_000_000 + change);
            var started = _clock.GetTimestamp();
            collection = collection.With([candidate], []);
            Volatile.Write(ref current, index(collection));
            changing.Add(_clock.GetElapsedTime(started).TotalMicroseconds);
        }

        await stop.CancelAsync();
        await reader;
        Print($"a {what} added, {Changes} one after the other: {changing}; who reads meanwhile: {reading}");
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
