using Microsoft.Extensions.Configuration;
using Pipeline.AzureServices;

namespace Pipeline.Tests.AzureServices;

public sealed class AzureConnectionTests
{
    [Fact]
    public void An_address_is_used_with_the_identity_of_the_app()
    {
        var settings = Settings(
            ("ServiceBus:fullyQualifiedNamespace", "ns.servicebus.windows.net"),
            ("Tables:serviceUri", "https://a.table.core.windows.net/"));
        Assert.Equal(new AzureConnection.Identity("ns.servicebus.windows.net"), AzureConnection.ServiceBus(settings));
        Assert.Equal(new AzureConnection.Identity("https://a.table.core.windows.net/"), AzureConnection.Tables(settings));
    }

    [Fact]
    public void The_connection_string_of_an_emulator_is_used_as_it_is()
    {
        const string Bus = "Endpoint=sb://localhost;SharedAccessKeyName=k;SharedAccessKey=v;UseDevelopmentEmulator=true;";
        var settings = Settings(("ServiceBus", Bus), ("Tables", "UseDevelopmentStorage=true"));
        Assert.Equal(new AzureConnection.Emulator(Bus), AzureConnection.ServiceBus(settings));
        Assert.Equal(new AzureConnection.Emulator("UseDevelopmentStorage=true"), AzureConnection.Tables(settings));
    }

    [Fact]
    public void The_connection_string_of_a_real_service_is_refused_and_not_repeated()
    {
        var settings = Settings(("ServiceBus", "Endpoint=sb://ns.servicebus.windows.net/;SharedAccessKeyName=k;SharedAccessKey=secret"));
        var refused = Assert.Throws<InvalidOperationException>(() => AzureConnection.ServiceBus(settings));
        Assert.Contains("ServiceBus__fullyQualifiedNamespace", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_setting_is_named()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => AzureConnection.Tables(Settings()));
        Assert.Contains("Tables__serviceUri is missing", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_of_the_tables_that_is_none_is_refused()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => AzureConnection.Tables(Settings(("Tables:serviceUri", "my account"))));
        Assert.Contains("'my account'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_an_address_of_Language_nobody_is_asked() =>
        Assert.Null(AzureConnection.Language(Settings(("Language:RecordsPerHour", "50"), ("Language:Endpoint", ""))));

    [Fact]
    public void Language_is_reached_by_the_resource_s_own_address() => Assert.Equal(
        new Uri("https://care.cognitiveservices.azure.com/"),
        AzureConnection.Language(Settings(("Language:Endpoint", "https://care.cognitiveservices.azure.com/"))));

    [Theory]
    [InlineData("care")]
    [InlineData("http://care.cognitiveservices.azure.com/")]
    [InlineData("https://westeurope.api.cognitive.microsoft.com/")]
    public void An_address_of_Language_that_takes_no_identity_is_refused(string endpoint)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => AzureConnection.Language(Settings(("Language:Endpoint", endpoint))));
        Assert.Contains("Language__Endpoint", refused.Message, StringComparison.Ordinal);
    }

    private static IConfiguration Settings(params (string Name, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
        .Build();
}
