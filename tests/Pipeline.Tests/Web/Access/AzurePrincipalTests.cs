using System.Text;
using Pipeline.Tests.Web.Support;
using Pipeline.Web.Access;

namespace Pipeline.Tests.Web.Access;

public sealed class AzurePrincipalTests
{
    private const string Nadia = """
        {"auth_typ":"aad","name_typ":"name","role_typ":"roles","claims":[
          {"typ":"name","val":"nadia@example.org"},{"typ":"roles","val":"Task.Read"},{"typ":"roles","val":"advisor"},{"typ":"roles","val":"quality"}]}
        """;

    [Fact]
    public void The_user_has_the_strongest_of_their_roles()
    {
        var caller = AzurePrincipal.Read(Encoded(Nadia))!;
        Assert.Equal(("nadia@example.org", Roles.Quality), (caller.Name, caller.Role));
        Assert.Empty(caller.Skills);
    }

    [Fact]
    public void The_header_says_itself_what_its_role_claims_are_called() => Assert.Equal(
        Roles.Administrator,
        AzurePrincipal.Read(Encoded("""
            {"role_typ":"urn:role","claims":[{"typ":"urn:role","val":"administrator"},{"typ":"preferred_username","val":"sam"}]}
            """))?.Role);

    [Theory]
    [InlineData("""{"claims":[{"typ":"preferred_username","val":"sam"}]}""")]
    [InlineData("""{"claims":[{"typ":"preferred_username","val":"sam"},{"typ":"roles","val":"Administrator"}]}""")]
    [InlineData("""{"claims":[{"typ":"roles","val":"administrator"}]}""")]
    [InlineData("""{"claims":[{"val":"administrator"},7,null]}""")]
    [InlineData("""{"claims":{}}""")]
    [InlineData("[]")]
    [InlineData("no json")]
    [InlineData("")]
    public void Whoever_has_no_name_or_none_of_our_roles_is_nobody(string json) => Assert.Null(AzurePrincipal.Read(Encoded(json)));

    [Fact]
    public void What_is_no_base64_is_nobody() => Assert.Null(AzurePrincipal.Read("{}"));

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 401)]
    public async Task The_header_counts_only_where_the_platform_is_the_source(bool isSource, int status)
    {
        await using var host = await LoopbackHost.StartAsync(KeyedHost.Fixture(options =>
            options.Source = isSource ? AccessSource.AzurePlatform : AccessSource.Keys));
        Assert.Equal(status, await host.StatusAsync("GET", "api/transcripts", AzurePrincipal.Header, Encoded(Nadia)));
    }

    private static string Encoded(string json) => Convert.ToBase64String(Encoding.UTF8.GetBytes(json));
}
