using System.Text.Json;
using Pipeline.Quality.Knowledge.Peers;
using Pipeline.Quality.Knowledge.Words;
using Pipeline.Routing;
using Pipeline.Routing.Administration;
using Pipeline.Routing.Capacity;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Tests.Quality.Knowledge;

public sealed class PeerTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private static readonly string[] Advisors = ["a-nadia", "a-karim", "a-ines", "a-lea", "a-jonas"];

    private readonly KnowledgeRoom _room = new();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Nobody_is_ever_named_who_did_not_say_so_or_took_it_back(int seed)
    {
        var random = new Random(seed);
        await new RoutingSeed(_room.Tables).PlantAsync(Cancel);
        var wants = new HashSet<string>();
        for (var step = 0; step < 40; step++)
        {
            var advisor = Advisors[random.Next(Advisors.Length)];
            switch (random.Next(3))
            {
                case 0:
                    var optIn = random.Next(2) == 0;
                    await _room.Get<PeerConsents>().SetAsync(advisor, optIn, Cancel);
                    _ = optIn ? wants.Add(advisor) : wants.Remove(advisor);
                    break;
                case 1:
                    await _room.CloseAsync(Closed.Record($"c-{step}", [Closed.Customer("répéteur mesh appairage bloqué", "s-1")], advisor, rating: 5));
                    break;
                default:
                    var asker = Advisors[random.Next(Advisors.Length)];
                    var named = await AskAsync(asker);
                    Assert.Subset(wants, named.Select(peer => peer.Id).ToHashSet());
                    Assert.DoesNotContain(asker, named.Select(peer => peer.Id));
                    break;
            }
        }
    }

    [Fact]
    public async Task Who_is_at_their_desk_comes_first_then_whose_case_was_most_alike_and_no_figure_is_shown()
    {
        await new RoutingSeed(_room.Tables).PlantAsync(Cancel);
        Array.ForEach(Advisors, advisor => _room.Get<PeerConsents>().SetAsync(advisor, true, Cancel).GetAwaiter().GetResult());
        await _room.CloseAsync(Closed.Record("c-1", [Closed.Customer("répéteur mesh appairage", "s-1")], "a-nadia", rating: 5));
        await _room.CloseAsync(Closed.Record("c-2", [Closed.Customer("répéteur cassé facture reçue papier", "s-1")], "a-karim", rating: 5));
        await _room.CloseAsync(Closed.Record("c-3", [Closed.Customer("facture papier", "s-1")], "a-ines", rating: 5, intent: "billing_question"));
        await _room.CloseAsync(Closed.Record("c-4", [Closed.Customer("répéteur mesh appairage", "s-1")], "a-lea", rating: 1));
        Assert.Equal(["a-nadia", "a-karim"], (await AskAsync("a-jonas")).Select(peer => peer.Id));

        await _room.Get<AdvisorAdministration>().SetPresenceAsync("a-nadia", PresenceState.Pause, null, Cancel);
        Assert.Equal([("a-karim", true), ("a-nadia", false)], (await AskAsync("a-jonas")).Select(peer => (peer.Id, peer.Available)));
        Assert.DoesNotContain(typeof(Peer).GetProperties(), property => property.PropertyType == typeof(double) || property.PropertyType == typeof(int));
    }

    [Fact]
    public async Task A_case_that_is_reopened_or_erased_recommends_nobody()
    {
        await new RoutingSeed(_room.Tables).PlantAsync(Cancel);
        await _room.Get<PeerConsents>().SetAsync("a-nadia", true, Cancel);
        await _room.CloseAsync(Closed.Record("c-1", [Closed.Customer("répéteur mesh appairage", "s-1")], rating: 5));
        Assert.Single(await AskAsync("a-lea"));
        await _room.ReopenAsync(Closed.Key("c-1"));
        Assert.Empty(await AskAsync("a-lea"));
    }

    // Labelled with the trade that solves them; each conversation is looked up among all others by its words alone.
    [Theory]
    [InlineData("fr", 0.42)]
    [InlineData("en", 0.31)]
    public void Cases_found_by_words_alone_are_of_the_same_trade(string language, double least)
    {
        var masker = new PersonalDataMasker();
        var cases = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", $"routing.{language}.jsonl"))
            .Concat(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "Routing", $"cases.{language}.jsonl")))
            .Select((line, place) => (Json: JsonDocument.Parse(line).RootElement, place))
            .Select(entry => new SolvedCase(
                $"c-{entry.place}",
                "",
                null,
                entry.Json.GetProperty("expected").GetProperty("skill").GetString(),
                QuestionTerms.Of(string.Join('\n', entry.Json.GetProperty("turns").EnumerateArray()
                    .Select(turn => masker.Mask(turn.GetProperty("text").GetString()!).Text)), SolvedCase.MostTerms)))
            .ToList();
        var (right, found, chance) = (0, 0, 0.0);
        foreach (var wanted in cases)
        {
            var others = cases.Where(other => other != wanted).ToList();
            var like = CaseSearch.Of(others, wanted.Terms, null, null, 3);
            found += like.Count;
            right += like.Count(known => known.Case.Skill == wanted.Skill);
            chance += (double)others.Count(other => other.Skill == wanted.Skill) / others.Count;
        }

        var precision = (double)right / found;
        TestContext.Current.SendDiagnosticMessage($"{language}: {cases.Count} conversations, precision of the first three {precision:F3}, by chance {chance / cases.Count:F3}");
        Assert.True(precision >= least, $"{language}: precision {precision:F3}, by chance {chance / cases.Count:F3}");
        Assert.True(precision >= 2.5 * chance / cases.Count);
    }

    private async Task<IReadOnlyList<Peer>> AskAsync(string asker)
    {
        var stuck = Closed.Record("stuck", [Closed.Customer("mon répéteur mesh refuse son appairage", "s-1")]);
        _room.Transcripts.Known[stuck.Key] = stuck.Transcript;
        return (await _room.Get<PeerFinder>().FindAsync(stuck.Key, asker, Cancel))!;
    }
}
