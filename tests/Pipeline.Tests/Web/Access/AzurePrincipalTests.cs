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

    [Theory]
    [InlineData("\"advisor.billing\"", "billing", Roles.Advisor)]
    [InlineData("\"advisor.billing\", \"advisor.technical\"", "billing,technical", Roles.Advisor)]
    [InlineData("\"advisor.billing\", \"advisor\"", "", Roles.Advisor)]
    [InlineData("\"advisor.billing\", \"quality\"", "", Roles.Quality)]
    public void An_advisors_skills_are_part_of_their_roles(string roles, string skills, Roles role)
    {
        var claims = string.Join(',', roles.Split(", ").Select(name => $$"""{"typ":"roles","val":{{name}}}"""));
        var caller = AzurePrincipal.Read(Encoded($$"""{"claims":[{"typ":"preferred_username","val":"sam"},{{claims}}]}"""))!;
        Assert.Equal((role, skills), (caller.Role, string.Join(',', caller.Skills)));
    }

    [Theory]
    [InlineData("advisor.", "sam")]
    [InlineData("advisors", "sam")]
    [InlineData("advisor", "")]
    public void A_role_or_name_that_says_nothing_makes_nobody(string role, string name) => Assert.Null(AzurePrincipal.Read(Encoded(
        $$"""{"claims":[{"typ":"preferred_username","val":"{{name}}"},{"typ":"roles","val":"{{role}}"}]}""")));

    [Fact]
    public void A_name_longer_than_any_is_nobodys() => Assert.Null(AzurePrincipal.Read(Encoded(
        $$"""{"claims":[{"typ":"preferred_username","val":"{{new string('x', 257)}}"},{"typ":"roles","val":"quality"}]}""")));

    [Fact]
    public void Whatever_the_header_holds_it_is_read_or_nobodys()
    {
        var random = new Random(20260304);
        var whole = Encoding.UTF8.GetBytes(Nadia);
        for (var round = 0; round < 20_000; round++)
        {
            var damaged = whole[..random.Next(whole.Length / 2, whole.Length + 1)];
            for (var count = random.Next(4); count > 0; count--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            var header = Convert.ToBase64String(damaged);
            AzurePrincipal.Read(round % 2 == 0 ? header : header[..random.Next(header.Length)] + (char)random.Next(0x3000));
        }

        Assert.Null(AzurePrincipal.Read(Encoded("""{"claims":[{"typ":"\ud800","val":"\udc00"}],"role_typ":"\ud800"}""")));
    }

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
