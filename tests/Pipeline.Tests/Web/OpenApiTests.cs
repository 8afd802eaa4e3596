using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Pipeline.Quality.Knowledge.Glossary;
using Pipeline.Quality.Review.Scorecards;
using Pipeline.Routing;
using Pipeline.Suggestions.Knowledge;
using Pipeline.Suggestions.Library;
using Pipeline.Tests.Web.Support;
using Pipeline.Web;
using Pipeline.Web.Endpoints;

namespace Pipeline.Tests.Web;

public sealed partial class OpenApiTests
{
    private readonly WebFixture _fixture = new();

    [Fact]
    public async Task It_describes_every_endpoint_of_the_route_table_and_no_other()
    {
        var described = (await OperationsAsync()).Select(operation => (
            operation.Details.GetProperty("operationId").GetString()!, operation.Method, operation.Path));
        Assert.Equal(RouteTable.Endpoints.Select(endpoint => (endpoint.Name, endpoint.Method, "/" + endpoint.Route)), described);
    }

    [Fact]
    public async Task Every_parameter_of_a_path_is_described_and_required()
    {
        foreach (var (path, _, details) in await OperationsAsync())
        {
            var parameters = details.TryGetProperty("parameters", out var list) ? list.EnumerateArray().ToArray() : [];
            var inPath = parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path").ToArray();
            Assert.Equal(
                InBraces().Matches(path).Select(match => match.Groups[1].Value),
                inPath.Select(parameter => parameter.GetProperty("name").GetString()));
            Assert.All(inPath, parameter => Assert.True(parameter.GetProperty("required").GetBoolean()));
            Assert.All(parameters, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
        }
    }

    [Fact]
    public async Task The_limits_of_the_query_are_the_real_ones()
    {
        var transcripts = (await OperationsAsync()).Single(operation => operation.Path == "/transcripts").Details.GetProperty("parameters");
        var limit = transcripts.EnumerateArray()
            .Single(parameter => parameter.GetProperty("name").GetString() == "limit").GetProperty("schema");
        Assert.Equal(TranscriptsEndpoint.MaxLimit, limit.GetProperty("maximum").GetInt32());
        Assert.Equal(TranscriptsEndpoint.DefaultLimit, limit.GetProperty("default").GetInt32());
    }

    [Fact]
    public async Task Every_schema_says_exactly_what_is_written()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");
        var written = WrittenTypes.All();
        Assert.Equal(
            written.Keys.Order(StringComparer.Ordinal),
            schemas.EnumerateObject().Select(schema => schema.Name).Order(StringComparer.Ordinal));
        Assert.All(written, pair => Assert.Equal(pair.Value, SchemaText.Of(schemas.GetProperty(pair.Key))));
    }

    [Fact]
    public async Task Every_example_is_what_its_schema_says()
    {
        var document = await DocumentAsync();
        var examples = Media(document).Where(media => media.TryGetProperty("example", out _)).ToArray();
        Assert.True(examples.Length > 15, "The examples were not found.");
        Assert.All(examples, media => SchemaCheck.Holds(document, media.GetProperty("schema"), media.GetProperty("example")));
    }

    [Fact]
    public async Task Real_answers_are_what_their_schemas_say()
    {
        _fixture.Transcripts.Known[Samples.Key] = Samples.Transcript(Samples.Full, Samples.Said("m2", Messages.SenderRole.Customer, "une"));
        _fixture.Transcripts.Page = new([Samples.Summary], "next");
        _fixture.Bus.Depths = [new("captured", 1, 2, 3)];
        await using var host = await LoopbackHost.StartAsync(_fixture);
        await HoldsAsync(host, "/conversations/{key}", $"api/conversations/{Samples.Key}");
        await HoldsAsync(host, "/conversations/{key}", "api/conversations/a~b~c");
        await HoldsAsync(host, "/conversations/{key}/suggestions", $"api/conversations/{Samples.Key}/suggestions");
        await HoldsAsync(host, "/transcripts", "api/transcripts");
        await HoldsAsync(host, "/transcripts", "api/transcripts?limit=0");
        _fixture.DeadLetters.Add("conversations/store", 7, """{"type":"captured"}"""u8.ToArray());
        await HoldsAsync(host, "/deadletters", "api/deadletters?source=conversations/store");
        await HoldsAsync(host, "/deadletters", "api/deadletters?source=nowhere");
        await HoldsAsync(host, "/deadletters/{source}/{number}", "api/deadletters/conversations~store/7");
        await HoldsAsync(host, "/deadletters/{source}/{number}", "api/deadletters/conversations~store/8");
        await HoldsAsync(host, "/platforms", "api/platforms");
        await PlantAsync();
        await HoldsAsync(host, "/phrases", "api/phrases?limit=3");
        await HoldsAsync(host, "/phrases", "api/phrases?limit=0");
        await HoldsAsync(host, "/phrases/{language}/{id}", "api/phrases/fr/fr-holding-03");
        await HoldsAsync(host, "/phrases/{language}/{id}", "api/phrases/fr/none");
        await HoldsAsync(host, "/phrases/export", "api/phrases/export?format=json");
        await HoldsAsync(host, "/phrases/lint", "api/phrases/lint");
        await HoldsAsync(host, "/articles", "api/articles?language=en");
        await HoldsAsync(host, "/articles/{language}/{id}", "api/articles/fr/fr-article-slow-wifi");
        await HoldsAsync(host, "/articles/export", "api/articles/export?format=json");
        await HoldsAsync(host, "/replies", "api/replies?brand=boreal");
        await HoldsAsync(host, "/replies", "api/replies?language=de");
        await HoldsAsync(host, "/glossary", "api/glossary?text=Le%20PTO");
        await HoldsAsync(host, "/glossary/{language}/{abbreviation}", "api/glossary/fr/PTO?trade=technical");
        await HoldsAsync(host, "/questions", "api/questions");
        await HoldsAsync(host, "/questions", "api/questions?status=lost");
        await HoldsAsync(host, "/questions/{id}", "api/questions/none");
        await HoldsAsync(host, "/digests", "api/digests");
        await HoldsAsync(host, "/digests/{id}", "api/digests/none");
        await HoldsAsync(host, "/sessions/{id}", "api/sessions/none");
        await HoldsAsync(host, "/requests", "api/requests");
        await HoldsAsync(host, "/conversations/{key}/peers", $"api/conversations/{Samples.Key}/peers");
        await HoldsAsync(host, "/routing/rules", "api/routing/rules");
        await HoldsAsync(host, "/routing/rules/versions", "api/routing/rules/versions");
        await HoldsAsync(host, "/review/scorecards", "api/review/scorecards");
        await HoldsAsync(host, "/review/scorecards/{id}", "api/review/scorecards/default");
        await HoldsAsync(host, "/review/scorecards/{id}", "api/review/scorecards/none");
        await HoldsAsync(host, "/review/samples", "api/review/samples");
        await HoldsAsync(host, "/review/reviews", "api/review/reviews");
        await HoldsAsync(host, "/review/reviews", "api/review/reviews?of=scores");
        await HoldsAsync(host, "/review/report", "api/review/report?week=2026-W10");
        await HoldsAsync(host, "/review/calibrations", "api/review/calibrations");
        await HoldsAsync(host, "/review/corrections", "api/review/corrections");
        await HoldsAsync(host, "/conversations/{key}/corrections", $"api/conversations/{Samples.Key}/corrections");
        await HoldsAsync(host, "/conversations/{key}/annotations", $"api/conversations/{Samples.Key}/annotations");
        await HoldsAsync(host, "/conversations/{key}/reviews", $"api/conversations/{Samples.Key}/reviews");
        await HoldsAsync(host, "/thanks", "api/thanks?month=2026-03");
        await HoldsAsync(host, "/health", "api/health");
        await HoldsAsync(host, "/health/live", "api/health/live");
        await HoldsAsync(host, "/health/ready", "api/health/ready");
    }

    private async Task PlantAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        await new PhraseSeed(_fixture.Tables, NullLogger<PhraseSeed>.Instance).PlantAsync(cancel);
        await new RoutingSeed(_fixture.Tables).PlantAsync(cancel);
        await new ScorecardSeed(new(_fixture.Tables, _fixture.Clock)).PlantAsync(cancel);
        await new ArticleSeed(_fixture.Tables, NullLogger<ArticleSeed>.Instance).PlantAsync(cancel);
        await SentBefore.LearnAsync(_fixture);
        await new GlossarySeed(_fixture.Tables).PlantAsync(cancel);
    }

    private async Task HoldsAsync(LoopbackHost host, string path, string address)
    {
        var document = await DocumentAsync();
        var answer = await host.GetAsync(address);
        var responses = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses");
        var response = SchemaCheck.Resolve(document, responses.GetProperty($"{answer.Status}"));
        var media = response.GetProperty("content").GetProperty(answer.MediaType!.Split(';')[0]);
        SchemaCheck.Holds(document, media.GetProperty("schema"), answer.Json);
    }

    private async Task<JsonElement> DocumentAsync() => (await _fixture.AskAsync(OpenApiEndpoint.GetAsync)).Json;

    private async Task<IReadOnlyList<(string Path, string Method, JsonElement Details)>> OperationsAsync() =>
        [.. (await DocumentAsync()).GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
            .Select(operation => (path.Name, operation.Name.ToUpperInvariant(), operation.Value)))];

    private static IEnumerable<JsonElement> Media(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => property.Name == "content"
            ? property.Value.EnumerateObject().Select(media => media.Value)
            : Media(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Media),
        _ => [],
    };

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex InBraces();
}
