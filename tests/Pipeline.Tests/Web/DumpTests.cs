using Pipeline.Tests.Web.Support;
namespace Pipeline.Tests.Web;
public sealed class DumpTests
{
    [Fact]
    public void Dump() => File.WriteAllLines("/tmp/written-indicators.txt", WrittenTypes.All().Select(p => p.Key + "\t" + p.Value));
}
