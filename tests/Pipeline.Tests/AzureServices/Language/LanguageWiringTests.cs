using Azure.AI.TextAnalytics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.AzureServices;
using Pipeline.AzureServices.Language;
using Pipeline.Contracts;
using Pipeline.Ports;
using Pipeline.Scoring;
using Pipeline.Scoring.SecondOpinion;

namespace Pipeline.Tests.AzureServices.Language;

public sealed class LanguageWiringTests
{
    [Fact]
    public void With_its_address_set_the_scoring_stage_asks_Language_for_a_second_opinion()
    {
        using var services = Services(("Language:Endpoint", "https://care.cognitiveservices.azure.com/"), ("Language:AskBelow", "0.7"));

        Assert.IsType<LanguageAnalyzer>(services.GetRequiredService<ITextAnalyzer>());
        Assert.NotNull(services.GetService<SecondOpinionAnalyzer>());
        Assert.Equal(0.7, services.GetRequiredService<IOptions<SecondOpinionOptions>>().Value.AskBelow);
        Assert.NotNull(services.GetRequiredService<ScoreStage>());
    }

    [Fact]
    public void Without_it_the_local_analyser_is_alone()
    {
        using var services = Services();

        Assert.IsType<CareAnalyzer>(services.GetRequiredService<ITextAnalyzer>());
        Assert.Null(services.GetService<SecondOpinionAnalyzer>());
        Assert.NotNull(services.GetRequiredService<ScoreStage>());
    }

    [Fact]
    public void A_setting_that_means_nothing_is_told_with_its_name()
    {
        using var services = Services(
            ("Language:Endpoint", "https://care.cognitiveservices.azure.com/"), ("Language:RecordsPerHour", "-5"));

        var refused = Assert.Throws<OptionsValidationException>(services.GetRequiredService<ScoreStage>);
        Assert.Contains("Language:RecordsPerHour is -5", refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Name, string Value)[] settings)
    {
        (string Name, string Value)[] all =
        [
            ("ServiceBus:fullyQualifiedNamespace", "ns.servicebus.windows.net"), ("Tables:serviceUri", "https://a.table.core.windows.net/"),
            .. settings,
        ];
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(all.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
            .Build();

        // The declarations make no client: neither of Language nor of the tables, which the vault asks for.
        return new ServiceCollection().AddLogging().AddPipeline().AddAzureServices(configuration)
            .AddSingleton<TextAnalyticsClient>(new FakeLanguage())
            .AddSingleton<ITables>(new InMemoryTables())
            .BuildServiceProvider();
    }
}
