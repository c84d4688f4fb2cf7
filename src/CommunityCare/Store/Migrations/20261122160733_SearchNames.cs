using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CommunityCare.Store.Migrations
{
    /// <inheritdoc />
    public partial class SearchNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchNames",
                columns: table => new
                {
                    Key = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    IsWhole = table.Column<bool>(type: "INTEGER", nullable: false),
                    Standing = table.Column<int>(type: "INTEGER", nullable: false),
                    OrganizationKey = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchNames", x => x.Key);
                    table.ForeignKey(
                        name: "FK_SearchNames_Organizations_OrganizationKey",
                        column: x => x.OrganizationKey,
                        principalTable: "Organizations",
                        principalColumn: "Key",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchNames_OrganizationKey",
                table: "SearchNames",
                column: "OrganizationKey");

            migrationBuilder.CreateIndex(
                name: "IX_SearchNames_Standing_Text_OrganizationKey",
                table: "SearchNames",
                columns: new[] { "Standing", "Text", "OrganizationKey" });

            migrationBuilder.CreateIndex(
                name: "IX_SearchNames_Text",
                table: "SearchNames",
                column: "Text",
                filter: "\"IsWhole\"");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SearchNames");
        }
    }
}
