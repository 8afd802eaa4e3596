using Microsoft.Extensions.Configuration;
using Pipeline.Suggestions;
using Pipeline.Suggestions.Fitting;

namespace Pipeline.Tests.Suggestions.Fitting;

public sealed class FittingOptionsTests
{
    [Theory]
    [InlineData("Suggestions:Channels:sms:MaxLength", "10")]
    [InlineData("Suggestions:Channels:web:MobileMaxLength", "0")]
    [InlineData("Suggestions:Channels:sms:Formality", "7")]
    [InlineData("Suggestions:Brands:lumo:Address", "9")]
    [InlineData("Suggestions:Brands:lumo:Signature", "{customer_first_name}")]
    [InlineData("Suggestions:Contacts:Numbers:0:Number", "none")]
    [InlineData("Suggestions:Contacts:Numbers:0:Prices:fr", " ")]
    [InlineData("Suggestions:Contacts:LinkHosts:lumo:0", "https://lumo.example")]
    [InlineData("Suggestions:Gestures:lumo:refund:Amount", "-1")]
    [InlineData("Suggestions:Gestures:lumo:refund:Currency", "F")]
    [InlineData("Suggestions:Gestures:lumo:refund:Source", "")]
    public void A_wrong_setting_is_refused_by_its_path(string path, string value)
    {
        var result = new SuggestionOptionsValidation().Validate(null, Bound((path, value)));

        Assert.True(result.Failed);
        Assert.Contains(path, result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_changes_what_it_names_and_leaves_the_rest_of_the_built_in_profile()
    {
        var options = Bound(("Suggestions:Channels:email:MaxLength", "900"), ("Suggestions:Channels:kiosk:Emoji", "false"));

        Assert.Equal((900, Formality.Formal, true), (options.Channels["email"].MaxLength, options.Channels["email"].Formality, options.Channels["email"].Signature));
        Assert.False(options.Channels["kiosk"].Emoji);
        Assert.Equal(160, options.Channels["SMS"].MaxLength);
        Assert.True(new SuggestionOptionsValidation().Validate(null, options).Succeeded);
    }

    private static SuggestionOptions Bound(params (string Path, string Value)[] settings)
    {
        var options = new SuggestionOptions();
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Path, (string?)setting.Value)))
            .Build()
            .GetSection(SuggestionOptions.Section)
            .Bind(options);
        return options;
    }
}
