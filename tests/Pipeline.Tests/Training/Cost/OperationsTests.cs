using Pipeline.Replay;
using Pipeline.Training.Cost;

namespace Pipeline.Tests.Training.Cost;

/// <summary>
/// What a customer's message makes the Azure services do, counted on the bundled conversations: it may not grow unnoticed. Each number is the
/// most there may be; where a change lowers one, lower it here too.
/// </summary>
public sealed class OperationsTests
{
    [Fact]
    public async Task A_customers_message_costs_no_more_operations_than_it_did()
    {
        var traffic = await PlayAsync();
        var report = new CostReport(traffic, Prices.Default(), maxBatch: 120, recordsPerHour: 50);

        // 0.11 of it: a close is routed before it is indexed. 0.4: what is learned finds more that is hard, and hands it over.
        Assert.InRange(report.BusOperations, 1, 16.25);

        // 0.6 of it: once a minute the suggester looks whether phrases, articles and past replies have changed, and this traffic has hardly more than
        // a message a minute. 0.2: a card is kept and told for each hand-over. 1: after its row is written, the suggester looks whether the conversation
        // is closed by then. 1.3: a close keeps its contribution to the indicators, its seal, its words and its open questions. 0.3: what is learned hands more over.
        // The last hundredths differ from run to run: 11.39 and 11.41 were seen.
        Assert.InRange(report.TableTransactions, 1, 11.45);
    }

    [Fact]
    public async Task A_month_costs_far_less_than_the_pipeline_that_asks_a_service_about_every_message()
    {
        var traffic = await PlayAsync();
        var prices = Prices.Default();
        var report = new CostReport(traffic, prices, maxBatch: 120, recordsPerHour: 50);
        var functions = report.Play(1e6);
        var ours = report.Price(1e6, functions, withSecondOpinion: true);

        Assert.True(ours.Total * 10 < NaivePipeline.Price(traffic, 1e6, isShared: true, prices).Total);
        Assert.True(ours.Total > report.Price(1e6, functions, withSecondOpinion: false).Total);
    }

    [Fact]
    public async Task More_traffic_fills_batches_and_lowers_the_price_of_a_message()
    {
        var report = new CostReport(await PlayAsync(), Prices.Default(), maxBatch: 120, recordsPerHour: 50);
        var (few, many) = (report.Play(1e6), report.Play(100e6));

        Assert.All(few.Zip(many), pair => Assert.True(pair.Second.MeanBatch >= pair.First.MeanBatch));
        Assert.True(report.Price(100e6, many, withSecondOpinion: false).PerMillion < report.Price(1e6, few, withSecondOpinion: false).PerMillion / 2);
    }

    private static async Task<ReplayedTraffic> PlayAsync()
    {
        var conversations = new List<RecordedConversation>();
        await foreach (var conversation in ConversationFile.ReadAsync(
            Path.Combine(AppContext.BaseDirectory, "Data", "conversations.fr.jsonl"), TestContext.Current.CancellationToken))
        {
            conversations.Add(conversation);
        }

        return WithOwnTimes(await ReplayedTraffic.PlayAsync(conversations, static () => { }, TestContext.Current.CancellationToken));
    }

    // What a stage takes on this machine at the moment must not decide: every stage takes a millisecond.
    private static ReplayedTraffic WithOwnTimes(ReplayedTraffic traffic) => traffic with
    {
        Conversations =
        [
            .. traffic.Conversations.Select(conversation => (IReadOnlyList<ReplayedWebhook>)
            [
                .. conversation.Select(webhook => webhook with
                {
                    Invocations =
                    [
                        .. webhook.Invocations.Select(invocation =>
                            invocation with { Work = invocation.Work with { Own = TimeSpan.FromMilliseconds(1) } }),
                    ],
                }),
            ]),
        ],
    };
}
