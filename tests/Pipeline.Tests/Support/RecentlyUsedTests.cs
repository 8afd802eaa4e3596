using Pipeline.Ports;

namespace Pipeline.Tests.Support;

public sealed class RecentlyUsedTests
{
    [Fact]
    public void What_was_remembered_is_found_until_it_is_forgotten()
    {
        var recent = new RecentlyUsed<string>(4);
        recent.Remember("a", "1");
        recent.Remember("a", "2");
        Assert.Equal("2", recent.Find("a"));

        recent.Forget("a");
        Assert.Null(recent.Find("a"));
    }

    [Fact]
    public void It_keeps_about_as_many_as_it_was_told_and_those_that_are_asked_for()
    {
        var recent = new RecentlyUsed<string>(100);
        recent.Remember("asked for", "stays");
        for (var number = 0; number < 10_000; number++)
        {
            recent.Remember($"{number}", "goes");
            Assert.Equal("stays", recent.Find("asked for"));
        }

        Assert.InRange(Enumerable.Range(0, 10_000).Count(number => recent.Find($"{number}") is not null), 10, 100);
    }
}
