using Microsoft.Extensions.DependencyInjection;
using Pipeline.Capture;
using Pipeline.Ports;
using Pipeline.Tests.Support;

namespace Pipeline.Tests.Capture;

public sealed class PlatformCatalogTests
{
    [Fact]
    public void Every_platform_is_one_folder_with_a_description_a_way_in_and_a_way_out()
    {
        Assert.NotEmpty(PlatformCatalog.Platforms);
        Assert.All(PlatformCatalog.Platforms, platform =>
        {
            Assert.Equal(platform.GetType().Namespace, platform.Inlet.Namespace);
            Assert.Equal(platform.Name, platform.GetType().Namespace!.Split('.')[^1].ToLowerInvariant());
            if (platform.Outlet is { } outlet)
            {
                Assert.Equal(platform.GetType().Namespace, outlet.Namespace);
            }
        });
        Assert.Equal(
            typeof(IPlatform).Assembly.GetTypes().Count(type => type.IsClass && type.IsAssignableTo(typeof(IPlatformInlet))),
            PlatformCatalog.Platforms.Count);
    }

    [Fact]
    public void Every_platform_is_registered_under_its_own_name()
    {
        using var services = new ServiceCollection()
            .AddSingleton<IBus>(new RecordingBus())
            .AddSingleton<TimeProvider>(new FakeClock())
            .AddLogging()
            .AddCapture()
            .BuildServiceProvider(validateScopes: true);
        Assert.Equal(Names(_ => true), services.GetServices<IPlatformInlet>().Select(inlet => inlet.Platform));
        Assert.Equal(
            Names(platform => platform.Outlet is not null), services.GetServices<IPlatformOutlet>().Select(outlet => outlet.Platform));

        static IEnumerable<string> Names(Func<IPlatform, bool> which) =>
            PlatformCatalog.Platforms.Where(which).Select(platform => platform.Name);
    }
}
