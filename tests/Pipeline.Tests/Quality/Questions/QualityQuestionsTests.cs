using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Ports;
using Pipeline.Replay;
using Pipeline.Tests.Flow;
using Pipeline.Tests.Infrastructure;
using Pipeline.Tests.Support;
using Pipeline.Transcripts;
using Pipeline.Web;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Quality.Questions;

/// <summary>
/// Plays the bundled conversations through the whole path, one every six hours, and asks each question of docs/quality.md by the address that stands
/// there.
/// </summary>
public sealed class QualityQuestionsTests
{
    private static readonly TimeSpan Apart = TimeSpan.FromHours(6);

    [Fact]
    public async Task Each_question_of_the_page_is_answered_by_its_one_query_as_the_page_says()
    {
        var questions = QualityQuestion.Read(await File.ReadAllTextAsync(
            Repository.Path("docs/quality.md"), TestContext.Current.CancellationToken));
        Assert.True(questions.Count >= 20, $"The page has {questions.Count} questions.");
        await using var path = await PlayAsync();
        await using var app = await StartAsync(path.Tables);
        using var http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
        var wrong = new List<string>();
        foreach (var question in questions)
        {
            var answer = await AskAsync(http, question.Address);
            if (answer != question.Answer)
            {
                wrong.Add($"{question.Title}\n  {question.Address}\n  page:  {question.Answer}\n  today: {answer}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    private static async Task<WholePath> PlayAsync()
    {
        var path = await WholePath.StartAsync();
        foreach (var (index, conversation) in BundledConversations.All.Index())
        {
            foreach (var webhook in ReplayScript.Write(conversation, conversation.Id, WholePath.Start + (index * Apart)))
            {
                await path.PostAsync(webhook, index * Apart);
                await path.DrainAsync();
            }
        }

        Assert.Empty(path.DeadLetters);
        return path;
    }

    private static async Task<WebApplication> StartAsync(ITables tables)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services
            .AddSingleton(tables)
            .AddSingleton<IBus>(new RecordingBus())
            .AddPipeline()
            .AddSingleton<OpenAccess>()
            .AddWeb()
            .Configure<TranscriptOptions>(options => options.CustomerHashKey = "a key of the tests");
        var app = builder.Build();
        app.UseProblemDocuments();
        app.MapRouteTable("api");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<string> AskAsync(HttpClient http, string address)
    {
        using var response = await http.GetAsync($"api/{address}", TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        using var json = JsonDocument.Parse(body);
        return response.IsSuccessStatusCode ? Short(json.RootElement) : body;
    }

    // Of a list the conversations, by what tells them from others; of a conversation what the page is about.
    private static string Short(JsonElement answer)
    {
        if (answer.TryGetProperty("conversations", out var conversations) && conversations.ValueKind == JsonValueKind.Array)
        {
            var ids = conversations.EnumerateArray().Select(summary => summary.GetProperty("key").GetString()!.Split('~')[2]).ToList();
            return ids.Count == 0 ? "none" : string.Join(", ", ids);
        }

        if (answer.TryGetProperty("chain", out var chain))
        {
            var shares = answer.GetProperty("provenance").GetProperty("shares").EnumerateArray().Select(share =>
                $"{share.GetProperty("origin").GetString()} {share.GetProperty("sentences").GetInt32()} sentences");
            return $"chain {chain.GetProperty("verdict").GetString()}; {string.Join(", ", shares)}";
        }

        return answer.TryGetProperty("english", out var sentence) ? sentence.GetString()! : answer.GetRawText();
    }
}
