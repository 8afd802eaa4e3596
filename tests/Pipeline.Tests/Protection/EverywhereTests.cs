using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Protection.Erasure;
using Pipeline.Protection.Proof;
using Pipeline.Quality.Indicators;
using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Neighbours;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Quality.Reports;
using Pipeline.Quality.Review;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Quality.Review.Calibration;
using Pipeline.Quality.Review.Corrections;
using Pipeline.Quality.Review.Samples;
using Pipeline.Replay;
using Pipeline.Suggestions.Feedback;
using Pipeline.Tests.Flow;
using Pipeline.Tests.Support;
using Pipeline.Tests.Web.Support;

namespace Pipeline.Tests.Protection;

/// <summary>A person is erased after every room has kept something of them, and of other people.</summary>
public sealed class EverywhereTests
{
    private const string Planted = " Je suis Durand Camille, 06.12-34 56/78, camille point durand arobase exemple point org.";

    private static readonly string[] Erased = [People.Key("e-1"), People.Key("e-2")];
    private static readonly string[] Kept = [People.Key("k-1"), People.Key("k-2")];
    private static readonly DateOnly Day = DateOnly.FromDateTime(WholePath.Start.UtcDateTime);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_an_erased_person_nothing_is_left_in_any_room_and_of_others_everything()
    {
        var letters = new FakeDeadLetters();
        letters.Add("captured", 8, "{}"u8.ToArray(), Erased[0]);

        // Smaller groups than the settings allow: the figures themselves are compared here.
        await using var path = await WholePath.StartAsync(more: services => services
            .AddSingleton<IDeadLetters>(letters)
            .AddSingleton(Options.Create(new IndicatorOptions { LeastAdvisors = 1, LeastConversations = 1 })));
        await PlayAsync(path);
        await WorkAsync(path);
        var report = await ReportAsync(path);
        var others = OfOthers(path);
        var tablesBefore = path.Tables.Dump().Where(entry => HoldsErased(entry.Row)).Select(entry => entry.Table).ToHashSet();
        Assert.Superset(
            new HashSet<string>
            {
                TableNames.Conversations, TableNames.Transcripts, TableNames.Search, TableNames.Seals, TableNames.Indicators, TableNames.Reviews,
                TableNames.Questions, TableNames.Audit,
            },
            tablesBefore);

        var receipt = (await path.EraseAsync(People.Subject("06 12 34 56 78", "camille.durand@exemple.org", "Camille Durand"))).Receipt!;

        Assert.True(receipt.Outcome == ErasureState.Done, JsonSerializer.Serialize(receipt.Proof) + Left(path));
        Assert.Equal(2, receipt.Conversations);
        Assert.All((string[])["conversation", "index", "seals", "review", "knowledge", "audit", "bus"], store => Assert.True(receipt.Items[store] > 0, store));
        Assert.Equal("", Left(path));
        Assert.Empty(letters.Left);
        Assert.Equal(report, await ReportAsync(path));
        Assert.Equal(others, OfOthers(path));
        Assert.All(await SamplesAsync(path), sample => Assert.Equal(Kept, sample.Conversations.Order(StringComparer.Ordinal)));
        var round = Assert.Single((await path.Service<CalibrationDesk>().ListAsync(10, null, Token)).Rounds);
        Assert.Equal(Kept, round.Conversations);
    }

    private static async Task PlayAsync(WholePath path)
    {
        var all = BundledConversations.All;
        (RecordedConversation Conversation, string Id)[] played =
        [
            (Of(all.First(one => one.Language == "fr")), "e-1"),
            (all.Where(one => one.Language == "fr").ElementAt(1), "k-1"),
            (Of(all.First(one => one.Language == "en")), "e-2"),
            (all.Where(one => one.Language == "en").ElementAt(1), "k-2"),
        ];
        foreach (var ((conversation, id), hour) in played.Select((one, hour) => (one, hour)))
        {
            await path.PlayAsync(conversation, id, after: TimeSpan.FromHours(hour));
        }

        path.Clock.Set(WholePath.Start.AddHours(6));
    }

    // The person's ids and spellings stand in what they write.
    private static RecordedConversation Of(RecordedConversation bundled) => bundled with
    {
        Customer = new RecordedPerson(People.Erased, "Camille"),
        Turns = [.. bundled.Turns.Select((turn, index) => index == 0 ? turn with { Text = turn.Text + Planted } : turn)],
    };

    // What quality teams, advisors and timers do with them.
    private static async Task WorkAsync(WholePath path)
    {
        string[] all = [.. Erased, .. Kept];
        var sample = await path.Service<SampleDesk>().DrawAsync(new() { From = Day, To = Day, Size = 10, Seed = 1 }, "lea", Token);
        Assert.Equal(all.Order(StringComparer.Ordinal), sample.Conversations.Order(StringComparer.Ordinal));
        await path.Service<CalibrationDesk>().BeginAsync("default", all, ["lea", "max"], "lea", Token);
        ushort number = 0;
        foreach (var key in all)
        {
            var message = (await path.Transcripts.ReadAsync(key, Token))!.Messages.First(one => one.Analysis is not null).Id;
            Assert.NotNull((await path.Service<ReviewDesk>().BeginAsync(key, "default", "lea", sample.Id, null, Token)).Stored);
            await path.Service<AnnotationDesk>().AddAsync(key, message, AnnotationKind.GoodPractice, "Beau geste.", "lea", Token);
            await path.Service<CorrectionDesk>().CorrectAsync(
                key, null, new() { By = "lea", Cause = CorrectionCause.Other, Reason = "refund" }, "r", Token);
            Assert.IsType<FeedbackTaken.Kept>(await path.Service<FeedbackRecorder>().RecordAsync(
                key, new("f-1", FeedbackKind.HorsCadre, Reason: FeedbackReason.GoodwillGesture), Token));
            await path.Service<QuestionDesk>().AskAsync(
                new AskedQuestion { Id = $"q-{key}", Text = $"Et le zanzibar de {key[^3..]} ?", Language = "fr", Conversation = key, By = "lea" }, Token);
            await path.Service<NeighbourDesk>().AskAsync(key, "n-1", "billing", "Combien coûte le zanzibar ?", "lea", Token);
            var at = path.Clock.GetUtcNow();
            var reading = AuditRows.AtPlace(key, at, number++, "lea", new Dictionary<string, object>
            {
                ["Name"] = "lea",
                ["Role"] = "Quality",
                ["Place"] = key,
                ["Endpoint"] = "Conversation",
                ["ReadAt"] = at,
            });
            foreach (var row in new[] { reading, AuditRows.OnDay(reading)! })
            {
                await path.Tables.ApplyAsync(TableNames.Audit, row.PartitionKey, [new TableChange.Insert(row)], Token);
            }
        }

        await path.DrainAsync();
        Assert.NotEmpty(await SamplesAsync(path));
        await path.Service<ITranscriptSearchUpkeep>().MaintainAsync(Token);
        path.Clock.Advance(TimeSpan.FromDays(8));
        await path.Service<MakeDigestsJob>().RunAsync(Token);
        await path.Service<RollUpJob>().RunAsync(Token);
    }

    private static async Task<IReadOnlyList<ReviewSample>> SamplesAsync(WholePath path) =>
        (await path.Service<SampleDesk>().ListAsync(10, null, Token)).Samples;

    // The figures of every group of the day.
    private static async Task<string> ReportAsync(WholePath path)
    {
        var text = new StringBuilder();
        foreach (var dimension in Enum.GetValues<Dimension>())
        {
            var report = await path.Service<GroupReporter>().ReportAsync(new(new ReportPeriod(Day, Day, null), dimension), Token);
            Assert.Equal(4, report.All.Conversations);
            text.AppendLine(JsonSerializer.Serialize(report with { RowsRead = 0, DaysMade = 0 }));
        }

        return text.ToString();
    }

    // The rows whose keys are of others. The parts of the index of words are written anew; what it finds is tested with it.
    private static string OfOthers(WholePath path) => string.Join('\n', TableText.Of(path.Tables, [.. TableNames.All.Where(table => table != TableNames.Search)])
        .Split('\n').Where(line => Kept.Any(key => string.Join(' ', line.Split(' ').Take(3)).Contains(key, StringComparison.Ordinal))));

    // Whatever still names the person, by the place where it does.
    private static string Left(WholePath path) => string.Join('\n', path.Tables.Dump()
        .Where(entry => HoldsErased(entry.Row)).Select(entry => $"{entry.Table} {entry.Row.PartitionKey} {entry.Row.RowKey}"));

    private static readonly Identifier[] PlantedIdentifiers = [new("06 12 34 56 78"), new("camille.durand@exemple.org"), new("Camille Durand")];

    private static bool HoldsErased(TableRow row)
    {
        return Texts(row).Any(text => Array.Exists(Erased, key => text.Contains(key, StringComparison.Ordinal))
            || text.Contains(People.Erased, StringComparison.Ordinal)
            || Array.Exists(PlantedIdentifiers, identifier => identifier.IsIn(FoldedText.Of(text))));
    }

    // Keys, texts, and what stands in base 64: keys of conversations are front-coded in it, so that only their ends may be left of them.
    private static IEnumerable<string> Texts(TableRow row)
    {
        yield return row.PartitionKey;
        yield return row.RowKey;
        foreach (var text in row.Properties.Values.OfType<string>())
        {
            yield return text;
            var bytes = new byte[text.Length];
            if (text.Length >= 8 && Convert.TryFromBase64String(text, bytes, out var length))
            {
                var read = Encoding.UTF8.GetString(bytes, 0, length);
                yield return read;
                foreach (var key in Erased.Where(key => read.Contains(key[^3..], StringComparison.Ordinal)))
                {
                    yield return key;
                }
            }
        }

        foreach (var bytes in row.Properties.Values.OfType<byte[]>())
        {
            yield return Encoding.UTF8.GetString(bytes);
        }
    }
}
