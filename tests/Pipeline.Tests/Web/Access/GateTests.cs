using Pipeline.Tests.Web.Support;
using Pipeline.Web;

namespace Pipeline.Tests.Web.Access;

public sealed class GateTests
{
    private static readonly string[] Roles = ["advisor", "quality", "administrator"];

    // Who is let in, for every endpoint there is: a new one must be put here.
    private static readonly Dictionary<string, string[]> LetIn = new()
    {
        ["Capture"] = ["nobody", .. Roles],
        ["CaptureConversation"] = ["nobody", .. Roles],
        ["CaptureMessage"] = ["nobody", .. Roles],
        ["GreetPlatform"] = ["nobody", .. Roles],
        ["ShowPlatformOptions"] = ["nobody", .. Roles],
        ["Conversation"] = Roles,
        ["Suggestions"] = Roles,
        ["Feedback"] = ["advisor"],
        ["ConversationEvents"] = Roles,
        ["Events"] = Roles,
        ["Phrases"] = Roles,
        ["ProposePhrase"] = Roles,
        ["ExportPhrases"] = Roles,
        ["ImportPhrases"] = ["quality", "administrator"],
        ["LintPhrases"] = Roles,
        ["Phrase"] = Roles,
        ["ChangePhrase"] = ["quality", "administrator"],
        ["RetirePhrase"] = ["quality", "administrator"],
        ["ApprovePhrase"] = Roles,
        ["VotePhrase"] = Roles,
        ["CommentPhrase"] = Roles,
        ["Articles"] = Roles,
        ["ProposeArticle"] = Roles,
        ["ExportArticles"] = Roles,
        ["ImportArticles"] = ["quality", "administrator"],
        ["Article"] = Roles,
        ["ChangeArticle"] = ["quality", "administrator"],
        ["RetireArticle"] = ["quality", "administrator"],
        ["ApproveArticle"] = Roles,
        ["Replies"] = Roles,
        ["RetireReply"] = ["quality", "administrator"],
        ["Floor"] = Roles,
        ["GiveFloor"] = ["advisor", "administrator"],
        ["ClaimFloor"] = ["advisor", "administrator"],
        ["HandoverCard"] = Roles,
        ["HandOver"] = ["advisor", "administrator"],
        ["Questions"] = Roles,
        ["AskQuestion"] = Roles,
        ["Question"] = Roles,
        ["TakeQuestion"] = Roles,
        ["AnswerQuestion"] = Roles,
        ["CloseQuestion"] = Roles,
        ["CaptureTip"] = Roles,
        ["Peers"] = Roles,
        ["AskNeighbour"] = ["advisor"],
        ["NeighbourRequests"] = Roles,
        ["AnswerNeighbour"] = Roles,
        ["PeerConsent"] = ["advisor"],
        ["PutPeerConsent"] = ["advisor"],
        ["Glossary"] = Roles,
        ["GlossaryEntry"] = Roles,
        ["PutGlossaryEntry"] = ["quality", "administrator"],
        ["RetireGlossaryEntry"] = ["quality", "administrator"],
        ["Digests"] = Roles,
        ["Digest"] = Roles,
        ["Sessions"] = Roles,
        ["CallSession"] = ["quality", "administrator"],
        ["Session"] = Roles,
        ["CopySession"] = ["quality", "administrator"],
        ["Availability"] = ["nobody", .. Roles],
        ["Advisors"] = ["quality", "administrator"],
        ["Advisor"] = Roles,
        ["PutAdvisor"] = ["administrator"],
        ["AdvisorPresence"] = ["advisor", "administrator"],
        ["AdvisorHeartbeat"] = ["advisor", "administrator"],
        ["Calendars"] = Roles,
        ["PutCalendars"] = ["administrator"],
        ["CapacityRules"] = Roles,
        ["PutCapacityRules"] = ["administrator"],
        ["Transcripts"] = ["quality", "administrator"],
        ["ExportTranscripts"] = ["quality", "administrator"],
        ["ExportColumns"] = ["quality", "administrator"],
        ["Transcript"] = ["quality", "administrator"],
        ["SuggestionReport"] = ["quality", "administrator"],
        ["Reports"] = ["quality", "administrator"],
        ["Scorecards"] = Roles,
        ["Scorecard"] = Roles,
        ["ChangeScorecard"] = ["quality", "administrator"],
        ["ScorecardVersions"] = Roles,
        ["Samples"] = ["quality", "administrator"],
        ["DrawSample"] = ["quality", "administrator"],
        ["Sample"] = ["quality", "administrator"],
        ["RedrawSample"] = ["quality", "administrator"],
        ["Reviews"] = Roles,
        ["ReviewReport"] = ["quality", "administrator"],
        ["Calibrations"] = ["quality", "administrator"],
        ["BeginCalibration"] = ["quality", "administrator"],
        ["Calibration"] = ["quality", "administrator"],
        ["CorrectedConversations"] = ["quality", "administrator"],
        ["ConversationReviews"] = Roles,
        ["BeginReview"] = ["quality", "administrator"],
        ["Review"] = Roles,
        ["AnswerReview"] = ["quality", "administrator"],
        ["SubmitReview"] = ["quality", "administrator"],
        ["AcknowledgeReview"] = ["advisor"],
        ["AppealReview"] = ["advisor"],
        ["DecideAppeal"] = ["quality", "administrator"],
        ["Annotations"] = Roles,
        ["Annotate"] = ["quality", "administrator"],
        ["RemoveAnnotation"] = ["quality", "administrator"],
        ["Corrections"] = Roles,
        ["Correct"] = Roles,
        ["WithdrawCorrection"] = Roles,
        ["Thanks"] = Roles,
        ["Irritants"] = ["quality", "administrator"],
        ["Consistency"] = ["quality", "administrator"],
        ["WeeklyDigest"] = ["quality", "administrator"],
        ["PrintReport"] = ["quality", "administrator"],
        ["ReindexTranscripts"] = ["administrator"],
        ["Platforms"] = ["administrator"],
        ["TestPlatform"] = ["administrator"],
        ["SweepPlatform"] = ["administrator"],
        ["RoutingRules"] = ["quality", "administrator"],
        ["ChangeRoutingRules"] = ["administrator"],
        ["RoutingRulesVersions"] = ["quality", "administrator"],
        ["RoutingRulesVersion"] = ["quality", "administrator"],
        ["DeadLetters"] = ["administrator"],
        ["DeadLetter"] = ["administrator"],
        ["ReplayDeadLetters"] = ["administrator"],
        ["PurgeDeadLetters"] = ["administrator"],
        ["Customer"] = ["administrator"],
        ["EraseCustomer"] = ["administrator"],
        ["EraseConversation"] = ["administrator"],
        ["Erasures"] = ["administrator"],
        ["Erasure"] = ["administrator"],
        ["Holds"] = ["administrator"],
        ["HoldCustomer"] = ["administrator"],
        ["ReleaseCustomer"] = ["administrator"],
        ["HoldConversation"] = ["administrator"],
        ["ReleaseConversation"] = ["administrator"],
        ["RetentionReport"] = ["administrator"],
        ["Originals"] = ["administrator"],
        ["Audit"] = ["administrator"],
        ["CompactStorage"] = ["administrator"],
        ["Health"] = Roles,
        ["HealthLive"] = ["nobody", .. Roles],
        ["HealthReady"] = ["nobody", .. Roles],
        ["OpenApi"] = ["nobody", .. Roles],
        ["Page"] = ["nobody", .. Roles],
        ["PageAsset"] = ["nobody", .. Roles],
    };

    [Fact]
    public async Task Each_endpoint_lets_in_the_roles_it_is_for_and_no_other()
    {
        await using var host = await LoopbackHost.StartAsync(KeyedHost.Fixture(options =>
        {
            // There are more endpoints than a caller may ask at once.
            options.Burst = 1000;
            Array.ForEach(Roles, role => options.Key($"{role}-key", role));
        }));
        foreach (var endpoint in RouteTable.Endpoints)
        {
            var address = "api/" + endpoint.Route.Replace("{key}", Samples.Key).Replace("{", "").Replace("}", "");
            Assert.Equal(LetIn[endpoint.Name].Contains("nobody") ? 0 : 401, Refusal(await host.StatusAsync(
                endpoint.Method, address, "Authorization", null)));
            foreach (var role in Roles)
            {
                var status = await host.StatusAsync(endpoint.Method, address, "Authorization", $"Bearer {role}-key");
                Assert.Equal(
                    (endpoint.Name, role, LetIn[endpoint.Name].Contains(role) ? 0 : 403), (endpoint.Name, role, Refusal(status)));
            }
        }
    }

    [Theory]
    [InlineData("Authorization", "Bearer old-key", 200)]
    [InlineData("Authorization", "bearer new-key", 200)]
    [InlineData("X-Api-Key", "new-key", 200)]
    [InlineData("Authorization", "Basic new-key", 401)]
    [InlineData("Authorization", "Bearer new-key2", 401)]
    [InlineData("Authorization", "Bearer ", 401)]
    [InlineData("X-Api-Key", "", 401)]
    [InlineData("X-MS-CLIENT-PRINCIPAL", "eyJjbGFpbXMiOltdfQ==", 401)]
    public async Task A_key_is_taken_in_either_header_and_two_are_taken_while_one_replaces_the_other(string header, string value, int status)
    {
        await using var host = await LoopbackHost.StartAsync(KeyedHost.Fixture(options =>
        {
            options.Key("old-key", "quality");
            options.Key("new-key", "quality");
        }));
        Assert.Equal(status, await host.StatusAsync("GET", "api/transcripts", header, value));
    }

    [Fact]
    public async Task A_host_that_others_can_reach_answers_nobody_while_it_has_no_keys()
    {
        await using var host = await LoopbackHost.StartAsync(KeyedHost.Fixture());
        (await host.GetAsync("api/transcripts")).IsProblem(401, "access-unproven");
        using var response = await host.Client.GetAsync("api/transcripts", TestContext.Current.CancellationToken);
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task A_caller_who_asks_too_often_is_told_how_long_to_wait_and_another_is_not_held_up()
    {
        await using var host = await LoopbackHost.StartAsync(KeyedHost.Fixture(options =>
        {
            options.Key("a-key", "quality");
            options.Key("b-key", "administrator");
            (options.Burst, options.RequestsPerSecond) = (2, 0.001);
        }));
        host.Client.DefaultRequestHeaders.Add("X-Api-Key", "a-key");
        Assert.Equal(200, (await host.GetAsync("api/transcripts")).Status);
        Assert.Equal(200, (await host.GetAsync("api/transcripts")).Status);
        using var refused = await host.Client.GetAsync("api/transcripts", TestContext.Current.CancellationToken);
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 900, 1000);
        Assert.Equal(200, await host.StatusAsync("GET", "api/transcripts", "Authorization", "Bearer b-key"));
    }

    [Fact]
    public async Task Requests_come_back_with_time()
    {
        var fixture = KeyedHost.Fixture(options =>
        {
            options.Key("a-key", "quality");
            (options.Burst, options.RequestsPerSecond) = (1, 2);
        });
        Assert.Equal(200, await AskAsync(fixture));
        Assert.Equal(429, await AskAsync(fixture));
        fixture.Clock.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Equal(200, await AskAsync(fixture));
        Assert.Equal(429, await AskAsync(fixture));
    }

    private static async Task<int> AskAsync(WebFixture fixture)
    {
        var context = fixture.Request();
        context.Request.Headers["X-Api-Key"] = "a-key";
        var result = await Pipeline.Web.Endpoints.TranscriptsEndpoint.GetAsync(context.Request, TestContext.Current.CancellationToken);
        await result.ExecuteAsync(context);
        return Answer.Of(context).Status;
    }

    private static int Refusal(int status) => status is 401 or 403 ? status : 0;
}
