using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Pipeline.Web;

namespace Pipeline.Tests.Functions;

public sealed class HttpFunctionsTests
{
    [Fact]
    public void The_http_functions_are_the_route_table()
    {
        var functions = DeclaredFunctions.With<HttpTriggerAttribute>()
            .Select(function => (function.Name, Assert.Single(function.Trigger.Methods!).ToUpperInvariant(), function.Trigger.Route));
        var endpoints = RouteTable.Endpoints.Select(endpoint => (endpoint.Name, endpoint.Method, (string?)endpoint.Route));
        Assert.Equal(endpoints.Order(), functions.Order());
    }

    [Fact]
    public void A_function_takes_what_its_endpoint_takes_by_the_same_names()
    {
        Assert.All(Pairs(), pair =>
        {
            Assert.Equal(Parameters(pair.Endpoint.Handler.Method), Parameters(pair.Function));
            Assert.Equal(typeof(Task<IResult>), pair.Function.ReturnType);
        });
    }

    [Fact]
    public void A_function_does_nothing_but_call_the_handler_of_its_endpoint_with_its_arguments_in_order()
    {
        Assert.All(Pairs(), pair =>
        {
            var code = pair.Function.GetMethodBody()!.GetILAsByteArray()!;
            byte[] forward = [.. pair.Function.GetParameters().SelectMany(parameter => LoadArgument(parameter.Position))];
            const byte Call = 0x28;
            const byte Return = 0x2A;
            Assert.Equal([.. forward, Call], code[..(forward.Length + 1)]);
            Assert.Equal([Return], code[(forward.Length + 5)..]);
            var called = pair.Function.Module.ResolveMethod(BitConverter.ToInt32(code, forward.Length + 1));
            Assert.Equal(pair.Endpoint.Handler.Method, called);
        });
    }

    [Fact]
    public void Every_trigger_leaves_access_to_the_app()
    {
        Assert.All(
            DeclaredFunctions.With<HttpTriggerAttribute>(),
            function => Assert.Equal(AuthorizationLevel.Anonymous, function.Trigger.AuthLevel));
    }

    [Fact]
    public void No_two_functions_have_one_name()
    {
        var names = DeclaredFunctions.All().Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);
        Assert.Distinct(names, StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<(EndpointDescription Endpoint, MethodInfo Function)> Pairs() => RouteTable.Endpoints.Join(
        DeclaredFunctions.With<HttpTriggerAttribute>(),
        endpoint => endpoint.Name,
        function => function.Name,
        (endpoint, function) => (endpoint, function.Method));

    private static IEnumerable<(Type, string?)> Parameters(MethodInfo method) =>
        method.GetParameters().Select(parameter => (parameter.ParameterType, parameter.Name));

    /// <summary>How a static method loads its argument (ECMA-335, III.3.38).</summary>
    private static byte[] LoadArgument(int position) => position <= 3 ? [(byte)(0x02 + position)] : [0x0E, (byte)position];
}
