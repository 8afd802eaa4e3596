using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Pipeline.Functions;
using Pipeline.Functions.Middleware;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();

// After the line above, whose own middleware gives functions their HTTP request.
builder.UseMiddleware<TraceMiddleware>();
builder.UseMiddleware<ProblemMiddleware>();
builder.Services.AddFunctionsApp(builder.Configuration);
await builder.Build().RunAsync();
